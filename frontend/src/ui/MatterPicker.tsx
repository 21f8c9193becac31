import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countyQuery } from "@/api/client";
import type { MatterRow } from "@/api/types";
import { SearchSelect, useSettled } from "./SearchSelect";

type Status = MatterRow["status"];

interface Props<Value> {
  id?: string;
  label?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  /** Only matters in one of these statuses; a department is offered its own only. */
  statuses?: readonly Status[];
  multiple?: boolean;
}

const IN_FORCE = ["in_force"] as const;
const SHOWN = 20;

const matching = (status: Status, q: string) =>
  countyQuery.queryOptions(
    "get",
    "/api/matters",
    { params: { query: { status, q, limit: SHOWN, ordering: "code" } } },
    { placeholderData: keepPreviousData },
  );
const one = (id: number) =>
  countyQuery.queryOptions("get", "/api/matters/{id}", { params: { path: { id } } });

const named = ({ id, code, title }: { id: number; code: string; title: string }) => ({
  value: id,
  label: `${code} ${title}`,
});

/** One matter, or several, by name. */
export function MatterPicker<Value extends number | number[] | null>(props: Props<Value>) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const settled = useSettled(words);
  const asked = props.statuses ?? IN_FORCE;
  const found = useQueries({ queries: asked.map((status) => matching(status, settled)) });
  const listed = found.flatMap(({ data }) => data?.items ?? []).map(named);
  const chosen = [props.value ?? []].flat();
  const unlisted = chosen.filter((id) => !listed.some(({ value }) => value === id));
  const others = useQueries({ queries: unlisted.map(one) });
  return (
    <SearchSelect
      id={props.id}
      label={props.label}
      value={props.value}
      onChange={props.onChange}
      multiple={props.multiple}
      placeholder={t("pick.matter")}
      options={[...listed, ...others.flatMap(({ data }) => (data ? [named(data)] : []))]}
      loading={found.some(({ isFetching }) => isFetching)}
      failed={found.some(({ isError }) => isError)}
      onSearch={setWords}
    />
  );
}
