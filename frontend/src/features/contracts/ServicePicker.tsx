import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { serviceList } from "@/api/purchases";
import { useSettled } from "@/ui/SearchSelect";

interface Props {
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
}

/** An item of the purchase catalogue that a village could provide; none of them, where the subject is free. */
export function ServicePicker({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useSettled(words);
  const found = useQuery(
    serviceList({ limit: 100, offset: 0, q: q || undefined, filters: { offered: true } }),
  );
  const options = (found.data?.items ?? []).map(({ code, name }) => ({
    value: code,
    label: `${code} ${name}`,
  }));
  const known = options.some((option) => option.value === value);
  return (
    <Select<string>
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      style={{ width: "100%" }}
      placeholder={t("contracts.freeSubject")}
      loading={found.isFetching}
      notFoundContent={t(found.isError ? "pick.failed" : "pick.none")}
      value={value || undefined}
      options={known || !value ? options : [{ value, label: value }, ...options]}
      onChange={(code) => onChange?.(code ?? "")}
    />
  );
}
