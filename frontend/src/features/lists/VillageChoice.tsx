import { Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Village } from "@/api/types";

interface Props {
  villages: Village[];
  value: string;
  choose: (code: string) => void;
}

/** Which of several villages is looked at. */
export function VillageChoice({ villages, value, choose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <span className="onday">
      <label htmlFor={id}>{t("mine.village")}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: "label" }}
        style={{ minWidth: 160 }}
        value={value}
        options={villages.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={choose}
      />
    </span>
  );
}
