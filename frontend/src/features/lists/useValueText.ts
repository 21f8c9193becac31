import { useTranslation } from "react-i18next";
import { useDepartments } from "@/api/departments";
import { labelOf, useLabels } from "@/api/labels";
import type { Field } from "./entry-fields";

/** A field's value in words. */
export function useValueText(): (name: Field, value: unknown) => string {
  const { t } = useTranslation();
  const villages = useLabels("village");
  const types = useLabels("object_type");
  const departments = useDepartments().map(({ value, label }) => ({ value: String(value), label }));
  const labels = { applies_to: villages, object_types: types, departments };
  return (name, value) => {
    if (typeof value === "boolean") return t(value ? "lists.yes" : "lists.no");
    if (!Array.isArray(value)) return String(value || t("detail.blank"));
    const known = labels[name as keyof typeof labels] ?? [];
    const words = value.map((one) => labelOf(known, String(one)) || String(one));
    return words.join(t("common.comma")) || t("detail.blank");
  };
}
