import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useLabels } from "@/api/labels";
import type { PaperRow } from "@/api/types";
import { ExportPapers } from "@/ui/AskForBatch";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { documentList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const kinds = useLabels("paper");
  const statuses = useLabels("document");
  const [address] = useSearchParams();
  const columns: Column<PaperRow>[] = [
    {
      key: "number",
      title: t("documents.number"),
      render: (row) => row.number,
      ordering: "number",
      width: 190,
    },
    { key: "title", title: t("documents.name"), render: (row) => row.title, ordering: "title" },
    { key: "kind", title: t("documents.kind"), render: (row) => row.kind_label, width: 120 },
    {
      key: "issued",
      title: t("documents.issued"),
      render: (row) => <DateText value={row.issued_on} />,
      ordering: "issued_on",
      width: 140,
    },
    statusColumn(t("documents.status"), { width: 110 }),
    { key: "code", title: t("documents.code"), render: (row) => row.code, extra: true },
  ];
  return (
    <ListPage
      name="documents"
      title={t("documents.title")}
      query={documentList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/documents/${row.id}`}
      actions={<ExportPapers address={address} />}
      filters={[
        {
          name: "kind",
          label: t("documents.kind"),
          options: kinds,
        },
        {
          name: "status",
          label: t("documents.status"),
          options: statuses,
        },
      ]}
    />
  );
}
