import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { Fact } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { factList } from "./queries";
import { useSlices } from "./useSlices";

/** Every placement of the county, from facts: the rows behind each figure of the board. */
export function Component() {
  const { t } = useTranslation();
  const { townships, departments } = useSlices();
  const statuses = useLabels("placement");
  const columns: Column<Fact>[] = [
    { key: "title", title: t("placements.matter"), render: (row) => row.title, ordering: "title" },
    {
      key: "township",
      title: t("placements.township"),
      render: (row) => row.township,
      ordering: "township",
    },
    {
      key: "village",
      title: t("placements.village"),
      render: (row) => row.village,
      ordering: "village",
    },
    {
      key: "department",
      title: t("placements.department"),
      render: (row) => row.department,
      ordering: "department",
    },
    statusColumn(t("placements.status"), { ordering: "status" }),
    {
      key: "notified",
      title: t("placements.notified"),
      render: (row) => <DateText value={row.notified_at} />,
      ordering: "notified_at",
    },
    {
      key: "confirmed",
      title: t("placements.confirmed"),
      render: (row) => <DateText value={row.entered_at} />,
      ordering: "entered_at",
    },
    {
      key: "completed",
      title: t("placements.completed"),
      render: (row) => <DateText value={row.completed_at} />,
      extra: true,
    },
    {
      key: "closed",
      title: t("placements.closed"),
      render: (row) => <DateText value={row.closed_at} />,
      extra: true,
    },
  ];
  return (
    <ListPage
      name="facts"
      title={t("placements.title")}
      query={factList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/matters/${row.matter_id}`}
      filters={[
        { name: "township", label: t("placements.township"), options: townships },
        { name: "department", label: t("placements.department"), options: departments },
        { name: "status", label: t("placements.status"), options: statuses },
      ]}
    />
  );
}
