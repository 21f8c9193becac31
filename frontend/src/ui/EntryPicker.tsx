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
}

/** An entry of the three lists in force, by name. */
export function EntryPicker({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useSettled(words);
  const found = useQuery(
    countyQuery.queryOptions(
      "get",
      "/api/entries",
      { params: { query: { q, limit: SHOWN } } },
      { placeholderData: keepPreviousData },
    ),
  );
  const options = (found.data?.items ?? []).map((entry) => ({
    value: entry.id,
    label: `${entry.kind_label} ${entry.code} ${entry.title}`,
  }));
  return (
    <SearchSelect<number | null>
      id={id}
      value={value}
      onChange={onChange}
      placeholder={t("pick.entry")}
      options={options}
      loading={found.isFetching}
      failed={found.isError}
      onSearch={setWords}
    />
  );
}
