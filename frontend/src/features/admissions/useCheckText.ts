import { useTranslation } from "react-i18next";
import type { Check } from "@/api/types";
import type { Field } from "./draft";
import { useForms } from "./useForms";

/** An unmet condition in words. Where one names every empty field, each section asks for its own only. */
export function useCheckText(): (check: Check) => string {
  const { t } = useTranslation();
  const { fields } = useForms();
  return ({ code, field, detail }) => {
    if (code === "incomplete" && field) {
      return t("common.required", { label: t(`form.fields.${field as Field}`) });
    }
    const extra = fields.find(({ name }) => field === `extras.${name}`);
    return code === "section" && extra ? t("common.required", { label: extra.label }) : detail;
  };
}
