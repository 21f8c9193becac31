import { Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Option {
  value: number;
  label: string;
}

interface Props<Value> {
  /** antd's form hands these three down. */
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  label?: string;
  placeholder: string;
  options: Option[];
  loading: boolean;
  failed: boolean;
  multiple?: boolean;
  onSearch: (words: string) => void;
}

const PAUSE = 300;

/** A choice among more than can be listed: the server is asked with what is typed. */
export function SearchSelect<Value extends number | number[] | null>(props: Props<Value>) {
  const { t } = useTranslation();
  return (
    <Select<Value>
      id={props.id}
      aria-label={props.label}
      mode={props.multiple ? "multiple" : undefined}
      allowClear
      showSearch={{ filterOption: false, onSearch: props.onSearch }}
      style={{ width: "100%" }}
      placeholder={props.placeholder}
      loading={props.loading}
      notFoundContent={props.loading ? null : t(props.failed ? "pick.failed" : "pick.none")}
      value={props.value ?? undefined}
      options={props.options}
      onChange={(value) => props.onChange?.(value ?? (null as Value))}
    />
  );
}

/** What was typed, once the typing pauses. */
export function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
