import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { PlacementRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, PeriodText } from "@/ui/text";
import { Disclosure } from "./Disclosure";
import { LatestChanges } from "./LatestChanges";
import { Provisional } from "./Provisional";
import { placementList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const { villages } = useMe();
  const statuses = useLabels("placement");
  return (
    <ListPage
      name="placements"
      title={t("placements.title")}
      query={placementList}
      columns={useColumns()}
      rowKey={(row) => row.id}
      href={(row) => `/placements/${row.id}`}
      filters={[
        { name: "status", label: t("placements.status"), options: statuses },
        {
          name: "provisional",
          label: t("placing.provisional"),
          options: [{ value: "true", label: t("placing.onlyProvisional") }],
        },
        ...(villages.length > 1
          ? [
              {
                name: "village" as const,
                label: t("placements.village"),
                options: villages.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
      ]}
    >
      <Disclosure />
      <LatestChanges />
    </ListPage>
  );
}

function useColumns(): Column<PlacementRow>[] {
  const { t } = useTranslation();
  return [
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
      render: (row) => (
        <span className="tags">
          <StatusTag status={row.status} label={row.status_label} /> <Provisional of={row} />
        </span>
      ),
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
      key: "closed",
      title: t("placements.closed"),
      render: (row) => <DateText value={row.closed_at} />,
      ordering: "closed_at",
      extra: true,
    },
    {
      key: "confirmed",
      title: t("placements.confirmed"),
      render: (row) => <DateText value={row.entered_at} />,
      extra: true,
    },
  ];
}
