import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { LegalBasisRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { DateText } from "@/ui/text";
import { BasisState } from "./BasisState";
import { NewBasis } from "./NewBasis";
import { mayDraft } from "./people";
import { basisList } from "./queries";

/** The register of articles that entries and matters rest on, each in its version. */
export function Component() {
  const { t } = useTranslation();
  const { role } = useMe();
  const columns: Column<LegalBasisRow>[] = [
    {
      key: "document",
      title: t("bases.document"),
      render: (row) => `《${row.document}》${row.article}`,
      ordering: "document",
    },
    {
      key: "number",
      title: t("bases.number"),
      render: (row) => row.document_number || "—",
      width: 180,
    },
    {
      key: "version",
      title: t("bases.version"),
      render: (row) => <DateText value={row.version} />,
      ordering: "version",
      width: 150,
    },
    {
      key: "count",
      title: t("bases.resting"),
      render: (row) => t("lists.entries", { count: row.entry_count }),
      ordering: "entry_count",
      width: 130,
    },
    {
      key: "state",
      title: t("bases.state"),
      render: (row) => <BasisState basis={row} dated />,
      ordering: "ended_on",
      width: 230,
    },
  ];
  return (
    <ListPage
      name="legal-bases"
      title={t("bases.title")}
      query={basisList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/legal-bases/${row.id}`}
      filters={[
        {
          name: "ended",
          label: t("bases.state"),
          options: [
            { value: "false", label: t("bases.holds") },
            { value: "true", label: t("bases.ended") },
          ],
        },
      ]}
      actions={mayDraft(role) && <NewBasis />}
    >
      <p>{t("bases.hint")}</p>
    </ListPage>
  );
}
