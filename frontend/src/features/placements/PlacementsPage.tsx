import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { PlacementRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, PeriodText } from "@/ui/text";
import { placementList } from "./queries";

export function PlacementsPage() {
  const { t } = useTranslation();
  const statuses = useLabels("placement");
  const columns: Column<PlacementRow>[] = [
    { key: "title", title: t("placements.matter"), render: (row) => row.title, ordering: "title" },
    {
      key: "village",
      title: t("placements.village"),
      render: (row) => row.village,
      ordering: "village",
    },
    {
      key: "status",
      title: t("placements.status"),
      render: (row) => <StatusTag status={row.status} label={row.status_label} />,
      ordering: "status",
    },
    { key: "department", title: t("placements.department"), render: (row) => row.department },
    { key: "number", title: t("placements.number"), render: (row) => row.document_number },
    {
      key: "period",
      title: t("placements.period"),
      render: (row) => <PeriodText from={row.starts_on} to={row.ends_on} />,
      ordering: "starts_on",
    },
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
      extra: true,
    },
  ];
  return (
    <ListPage
      name="placements"
      title={t("placements.title")}
      query={placementList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/placements/${row.id}`}
      filters={[
        {
          name: "status",
          label: t("placements.status"),
          options: statuses,
        },
      ]}
    />
  );
}
