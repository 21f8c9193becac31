import { useTranslation } from "react-i18next";
import type { ListEntry } from "@/api/types";
import { ListRows } from "@/ui/ListRows";
import type { Column } from "@/ui/list-types";
import { Bilingual } from "./Bilingual";

/** All entries of a list at once. */
export function EntryTable({ label, entries }: { label: string; entries: ListEntry[] }) {
  const { t } = useTranslation();
  const columns: Column<ListEntry>[] = [
    {
      key: "title",
      title: t("lists.entry"),
      render: (row) => <Bilingual zh={row.title} bo={row.title_bo} />,
    },
    { key: "code", title: t("lists.code"), render: (row) => row.code, width: 90 },
    {
      key: "duty",
      title: t("lists.duty"),
      render: (row) => <Bilingual zh={row.village_duty} bo={row.village_duty_bo} />,
    },
    {
      key: "department",
      title: t("lists.department"),
      render: (row) => row.lead_department || "—",
      width: 150,
    },
    { key: "basis", title: t("lists.basis"), render: (row) => row.legal_basis, width: 280 },
  ];
  return (
    <section className="panel" aria-label={label}>
      <p className="muted" role="status">
        {t("lists.entries", { count: entries.length })}
      </p>
      <ListRows
        columns={columns}
        rows={entries}
        rowKey={(row) => row.id}
        href={(row) => `/lists/${row.id}`}
        onOrder={() => undefined}
        filtered={false}
      />
    </section>
  );
}
