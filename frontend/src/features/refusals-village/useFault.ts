import { useTranslation } from "react-i18next";
import type { Field } from "./draft";
import { useEditing } from "./editing";

/** The sentence that stands beside a field; the server's own goes first. */
export function useFault(): (field: Field) => string | undefined {
  const { t } = useTranslation();
  const { faults, said } = useEditing();
  return (field) => {
    const fault = faults[field];
    if (said[field]) return said[field];
    if (!fault) return undefined;
    return fault === "required"
      ? t("common.required", { label: t(`refuse.fields.${field}`) })
      : t(`refuse.fault.${fault}`);
  };
}
