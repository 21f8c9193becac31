import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments } from "@/api/departments";
import { labelOf, useLabels } from "@/api/labels";
import type { Label, ListEntry } from "@/api/types";
import { Prose } from "@/ui/text";
import { Bilingual } from "./Bilingual";

/** What is written of an entry; what only some have is left out where it is empty. */
export function useEntryFacts(entry: ListEntry): [label: string, value: ReactNode][] {
  const { t } = useTranslation();
  const villages = useLabels("village");
  const types = useLabels("object_type");
  const departments = useDepartments().map(({ value, label }) => ({ value: String(value), label }));
  const words = (labels: Label[], values: (string | number)[]) =>
    values.map((value) => labelOf(labels, String(value)) || value).join(t("common.comma"));
  const prose = (text: string) => text && <Prose key={text} text={text} />;
  const rows: [string, ReactNode][] = [
    [t("lists.field.title_bo"), entry.title_bo && <Tibetan text={entry.title_bo} />],
    [t("lists.category"), entry.category],
    [t("lists.duty"), <Bilingual key="duty" zh={entry.village_duty} bo={entry.village_duty_bo} />],
    [t("lists.department"), entry.lead_department],
    [t("lists.field.supporting_departments"), prose(entry.supporting_departments)],
    [t("lists.appliesTo"), words(villages, entry.applies_to) || t("lists.everyKind")],
    [t("lists.field.funding"), prose(entry.funding)],
    [t("lists.basis"), prose(entry.legal_basis)],
    [t("lists.basisVersion"), entry.basis_version],
    [t("lists.field.object_types"), words(types, entry.object_types)],
    [t("lists.field.departments"), words(departments, entry.departments)],
    [t("lists.field.keywords"), entry.keywords.join(t("common.comma"))],
    [t("lists.field.outright"), entry.outright && t("lists.yes")],
    [t("lists.field.deviation_reason"), entry.deviation && prose(entry.deviation_reason)],
    [t("lists.matter"), entry.matter_code],
    [t("lists.field.remark"), prose(entry.remark)],
    [t("lists.reason"), prose(entry.change_reason)],
    [t("lists.completeness"), prose(entry.completeness)],
    [t("lists.source"), prose(entry.source_url)],
  ];
  return rows.filter(([, value]) => Boolean(value));
}

function Tibetan({ text }: { text: string }) {
  return (
    <span lang="bo" className="tibetan">
      {text}
    </span>
  );
}
