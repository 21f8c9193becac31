import { useTranslation } from "react-i18next";
import type { PaperRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { documentList } from "./queries";

const KINDS = ["approval", "withdrawal"] as const;
const STATUSES = ["valid", "withdrawn"] as const;

export function Component() {
  const { t } = useTranslation();
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
    {
      key: "status",
      title: t("documents.status"),
      render: (row) => <StatusTag status={row.status} label={row.status_label} />,
      width: 110,
    },
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
      filters={[
        {
          name: "kind",
          label: t("documents.kind"),
          options: KINDS.map((value) => ({ value, label: t(`documents.kinds.${value}`) })),
        },
        {
          name: "status",
          label: t("documents.status"),
          options: STATUSES.map((value) => ({ value, label: t(`documents.statuses.${value}`) })),
        },
      ]}
    />
  );
}
