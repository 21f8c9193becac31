import { Button, Checkbox, Input, Popover, Select } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, Filter } from "./list-types";

interface Props<Row, Filters> {
  columns: Column<Row>[];
  shown: Column<Row>[];
  choose: (keys: string[]) => void;
  filters: Filter<Filters>[];
  searchable: boolean;
  address: URLSearchParams;
  change: (values: Record<string, string | undefined>) => void;
  clear: () => void;
}

export function ListFilters<Row, Filters>(props: Props<Row, Filters>) {
  const { t } = useTranslation();
  const { address, change } = props;
  return (
    <search className="filters">
      {props.searchable && <Words value={address.get("q") ?? ""} onSearch={(q) => change({ q })} />}
      {props.filters.map((filter) =>
        filter.kind === "day" ? (
          <Day key={filter.name} filter={filter} address={address} change={change} />
        ) : (
          <Select
            key={filter.name}
            className="choice"
            aria-label={filter.label}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("common.pair", { label: filter.label, value: t("common.all") })}
            popupMatchSelectWidth={false}
            value={address.get(filter.name) ?? undefined}
            options={filter.options.map(({ value, label }) => ({ value: String(value), label }))}
            onChange={(value?: string) => change({ [filter.name]: value })}
          />
        ),
      )}
      {address.size > 0 && <Button onClick={props.clear}>{t("common.reset")}</Button>}
      <Columns {...props} />
    </search>
  );
}

/** A day of the calendar; a half-typed one asks for nothing. */
function Day<Filters>(props: {
  filter: Filter<Filters>;
  address: URLSearchParams;
  change: (values: Record<string, string | undefined>) => void;
}) {
  const { name, label } = props.filter;
  const id = useId();
  return (
    <span className="dayfilter">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        value={props.address.get(name) ?? ""}
        onChange={(event) => props.change({ [name]: event.target.value })}
      />
    </span>
  );
}

function Words({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  return (
    <Input.Search
      className="words"
      aria-label={t("common.search")}
      placeholder={t("common.searchHint")}
      allowClear
      maxLength={100}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onSearch={(text) => onSearch(text.trim())}
    />
  );
}

function Columns<Row, Filters>({ columns, shown, choose }: Props<Row, Filters>) {
  const { t } = useTranslation();
  const choice = (
    <Checkbox.Group
      style={{ display: "grid", gap: 4 }}
      value={shown.map((column) => column.key)}
      options={columns.map((column, index) => ({
        value: column.key,
        label: column.title,
        disabled: index === 0,
      }))}
      onChange={(keys) => choose(keys)}
    />
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={choice} title={t("common.columns")}>
      <Button style={{ marginInlineStart: "auto" }}>{t("common.columns")}</Button>
    </Popover>
  );
}
