import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { MatterRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { PeriodText } from "@/ui/text";
import { matterList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const statuses = useLabels("matter");
  const columns: Column<MatterRow>[] = [
    { key: "title", title: t("matters.name"), render: (row) => row.title, ordering: "title" },
    {
      key: "code",
      title: t("matters.code"),
      render: (row) => row.code,
      ordering: "code",
      width: 190,
    },
    {
      key: "department",
      title: t("matters.department"),
      render: (row) => row.department,
      width: 170,
    },
    {
      key: "status",
      title: t("matters.status"),
      render: (row) => <StatusTag status={row.status} label={row.status_label} />,
      ordering: "status",
      width: 130,
    },
    {
      key: "period",
      title: t("matters.period"),
      render: (row) => <PeriodText from={row.starts_on} to={row.ends_on} />,
      ordering: "starts_on",
      width: 210,
    },
    {
      key: "villages",
      title: t("applications.scope"),
      render: (row) => t("applications.villagesCount", { count: row.villages }),
      width: 130,
    },
  ];
  return (
    <ListPage
      name="matters"
      title={t("matters.title")}
      query={matterList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/matters/${row.id}`}
      filters={[
        {
          name: "status",
          label: t("matters.status"),
          options: statuses,
        },
      ]}
    />
  );
}
