import { useTranslation } from "react-i18next";
import { useDepartments } from "@/api/departments";
import { useLabels } from "@/api/labels";
import type { MatterRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText, PeriodText } from "@/ui/text";
import { matterList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const statuses = useLabels("matter");
  const categories = useLabels("category");
  const types = useLabels("object_type");
  const departments = useDepartments();
  return (
    <ListPage
      name="matters"
      title={t("matters.title")}
      query={matterList}
      exports="/api/matters/export"
      columns={useColumnsOfMatters()}
      rowKey={(row) => row.id}
      href={(row) => `/matters/${row.id}`}
      filters={[
        { name: "status", label: t("matters.status"), options: statuses },
        { name: "category", label: t("matters.category"), options: categories },
        { name: "object_type", label: t("matters.type"), options: types },
        { name: "department", label: t("matters.department"), options: departments },
        { name: "ends_before", label: t("matters.endsBefore"), kind: "day" },
        { name: "review_before", label: t("matters.reviewBefore"), kind: "day" },
      ]}
    />
  );
}

function useColumnsOfMatters(): Column<MatterRow>[] {
  const { t } = useTranslation();
  return [
    { key: "title", title: t("matters.name"), render: (row) => row.title, ordering: "title" },
    {
      key: "code",
      title: t("matters.code"),
      render: (row) => row.code,
      ordering: "code",
      width: 180,
    },
    { key: "type", title: t("matters.type"), render: (row) => row.object_type_label, extra: true },
    {
      key: "category",
      title: t("matters.category"),
      render: (row) => row.category_label,
      width: 90,
    },
    {
      key: "department",
      title: t("matters.department"),
      render: (row) => row.department,
      width: 160,
    },
    statusColumn(t("matters.status"), { ordering: "status", width: 140 }),
    {
      key: "period",
      title: t("matters.period"),
      render: (row) => <PeriodText from={row.starts_on} to={row.ends_on} />,
      ordering: "ends_on",
      width: 180,
    },
    {
      key: "review",
      title: t("matters.review"),
      render: (row) => <DateText value={row.review_on} />,
      ordering: "review_on",
      width: 140,
      extra: true,
    },
    {
      key: "villages",
      title: t("matters.scope"),
      render: (row) => t("matters.villagesCount", { count: row.villages }),
      width: 130,
    },
  ];
}
