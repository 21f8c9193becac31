import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countyQuery } from "@/api/client";
import { SearchSelect, useSettled } from "./SearchSelect";

const SHOWN = 20;

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (value: number | null) => void;
  /** Only entries of this one list. */
  list?: "negative";
}

/** An entry of the three lists in force, by name. */
export function EntryPicker({ id, value, onChange, list }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useSettled(words);
  const found = useQuery(
    countyQuery.queryOptions(
      "get",
      "/api/entries",
      { params: { query: { q, list, limit: SHOWN } } },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = found.data?.items ?? [];
  const chosen = useEntry(rows.some((row) => row.id === value) ? null : value);
  const options = [...(chosen ? [chosen] : []), ...rows].map((entry) => ({
    value: entry.id,
    label: `${entry.kind_label} ${entry.code} ${entry.title}`,
  }));
  return (
    <SearchSelect<number | null>
      id={id}
      value={value || null}
      onChange={onChange}
      placeholder={t("pick.entry")}
      options={options}
      loading={found.isFetching}
      failed={found.isError}
      onSearch={setWords}
    />
  );
}

/** The entry of that id, once it is known. */
export function useEntry(id: number | null | undefined) {
  const asked = countyQuery.queryOptions("get", "/api/entries/{id}", {
    params: { path: { id: id || 0 } },
  });
  return useQuery({ ...asked, enabled: Boolean(id) }).data;
}
