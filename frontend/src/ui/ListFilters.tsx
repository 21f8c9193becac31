import { Button, Checkbox, Input, Popover, Select } from "antd";
import { useEffect, useState } from "react";
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
      {props.filters.map((filter) => (
        <Select
          key={filter.name}
          className="choice"
          aria-label={filter.label}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("common.pair", { label: filter.label, value: t("common.all") })}
          popupMatchSelectWidth={false}
          value={address.get(filter.name) ?? undefined}
          options={filter.options}
          onChange={(value?: string) => change({ [filter.name]: value })}
        />
      ))}
      {address.size > 0 && <Button onClick={props.clear}>{t("common.reset")}</Button>}
      <Columns {...props} />
    </search>
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
