import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLabels } from "@/api/labels";
import type { ListEntryRow, ListInForce } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { day } from "@/ui/text";
import { editionsQuery, entryList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const lists = useQuery(editionsQuery()).data ?? [];
  const kinds = useLabels("list");
  const departments = [...new Set(lists.flatMap((list) => list.departments))];
  const columns: Column<ListEntryRow>[] = [
    { key: "title", title: t("lists.entry"), render: (row) => row.title, ordering: "title" },
    { key: "code", title: t("lists.code"), render: (row) => row.code, ordering: "code", width: 90 },
    { key: "list", title: t("lists.list"), render: (row) => row.kind_label, width: 150 },
    {
      key: "department",
      title: t("lists.department"),
      render: (row) => row.lead_department || "—",
      width: 150,
    },
    { key: "basis", title: t("lists.basis"), render: (row) => row.legal_basis, width: 280 },
    {
      key: "version",
      title: t("lists.basisVersion"),
      render: (row) => row.basis_version || "—",
      extra: true,
    },
    { key: "duty", title: t("lists.duty"), render: (row) => row.village_duty || "—", extra: true },
  ];
  return (
    <ListPage
      name="entries"
      title={t("lists.title")}
      query={entryList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/lists/${row.id}`}
      filters={[
        {
          name: "list",
          label: t("lists.list"),
          options: kinds,
        },
        {
          name: "department",
          label: t("lists.department"),
          options: departments.map((name) => ({ value: name, label: name })),
        },
      ]}
    >
      <InForce lists={lists} />
    </ListPage>
  );
}

function InForce({ lists }: { lists: ListInForce[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t("lists.note")}</p>
      <dl className="figures lists">
        {lists.map(({ kind, label, edition, entry_count }) => (
          <div key={kind}>
            <dt>
              <Link to={`/lists?list=${kind}`}>{label}</Link>
            </dt>
            <dd>{t("lists.entries", { count: entry_count })}</dd>
            {edition && (
              <dd className="note">
                {t("lists.edition", { number: edition.number })} ·{" "}
                {t("lists.effective", { date: day(edition.effective_on) })}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
  );
}
