import type { FormRule } from "antd";
import { useTranslation } from "react-i18next";

interface Rules {
  /** Something must be chosen or given. */
  must: (label: string) => FormRule[];
  /** Something must be written; blanks alone are nothing. */
  written: (label: string) => FormRule[];
  /** At least one must be chosen. */
  some: (label: string) => FormRule[];
}

/** What a form asks for before it is sent, and how it says so. */
export function useRules(): Rules {
  const { t } = useTranslation();
  const missing = (label: string) => t("common.required", { label });
  return {
    must: (label) => [{ required: true, message: missing(label) }],
    written: (label) => [{ required: true, whitespace: true, message: missing(label) }],
    some: (label) => [{ required: true, type: "array", min: 1, message: missing(label) }],
  };
}
