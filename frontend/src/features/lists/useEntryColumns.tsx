import { useTranslation } from "react-i18next";
import { labelOf, useLabels } from "@/api/labels";
import type { ListEntryRow } from "@/api/types";
import type { Column } from "@/ui/list-types";
import { EntryTitle } from "./EntryTitle";

/** What a list says of an entry; `inEdition`: the list itself is known. */
export function useEntryColumns(inEdition = false): Column<ListEntryRow>[] {
  const { t } = useTranslation();
  const villages = useLabels("village");
  const list: Column<ListEntryRow> = {
    key: "list",
    title: t("lists.list"),
    render: (row) => row.kind_label,
    width: 150,
  };
  return [
    {
      key: "title",
      title: t("lists.entry"),
      render: (row) => <EntryTitle entry={row} />,
      ordering: "title",
    },
    { key: "code", title: t("lists.code"), render: (row) => row.code, ordering: "code", width: 90 },
    ...(inEdition ? [] : [list]),
    {
      key: "category",
      title: t("lists.category"),
      render: (row) => row.category || "—",
      extra: !inEdition,
      width: 120,
    },
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
    {
      key: "duty",
      title: t("lists.duty"),
      render: (row) => row.village_duty || "—",
      extra: true,
    },
    {
      key: "applies",
      title: t("lists.appliesTo"),
      render: (row) =>
        row.applies_to.map((kind) => labelOf(villages, kind)).join(t("common.comma")) ||
        t("lists.everyKind"),
      extra: true,
    },
    { key: "seq", title: t("lists.seq"), render: (row) => row.seq, ordering: "seq", extra: true },
  ];
}
