import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countyQuery } from "@/api/client";
import type { LegalBasisRow } from "@/api/types";
import { SearchSelect, useSettled } from "@/ui/SearchSelect";

const SHOWN = 20;

const basesQuery = (q: string) =>
  countyQuery.queryOptions(
    "get",
    "/api/legal-bases",
    { params: { query: { q, limit: SHOWN } } },
    { placeholderData: keepPreviousData },
  );

/** An article from the register of legal bases, so that nobody mistypes a law's name or date. */
export function BasisPicker({ onPick }: { onPick: (basis: object) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const found = useQuery(basesQuery(useSettled(words)));
  const rows = found.data?.items ?? [];
  const pick = (id: number | null) => {
    const row = rows.find((one) => one.id === id);
    if (row) onPick(asBasis(row));
  };
  return (
    <SearchSelect<number | null>
      label={t("form.basis.pick")}
      placeholder={t("form.basis.pick")}
      value={null}
      onChange={pick}
      options={rows.map((row) => ({
        value: row.id,
        label: [row.document, row.article, row.version].filter(Boolean).join(" "),
      }))}
      loading={found.isFetching}
      failed={found.isError}
      onSearch={setWords}
    />
  );
}

const asBasis = ({ document, article, version }: LegalBasisRow) => ({
  document,
  article,
  version: version ?? "",
});
