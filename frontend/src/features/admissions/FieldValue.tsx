import { useTranslation } from "react-i18next";
import { labelOf, useLabels } from "@/api/labels";
import type { Application } from "@/api/types";
import { ScopeText } from "@/ui/ScopeText";
import { DateText, MoneyText, Prose } from "@/ui/text";
import type { Field } from "./draft";
import { Bases, Concerned, Demands, EntryName, Extras, Instalments, Parts } from "./values";

type Words = "object_type" | "category" | "funding_channel" | "assessment" | "kind";

/** Fields whose values the server has words for. */
const WORDS: Partial<Record<Field, Words>> = {
  kind: "kind",
  object_type: "object_type",
  category: "category",
  funding_channel: "funding_channel",
  assessment_method: "assessment",
};

/** What stands in a field, as a reader would put it: on the page, and where two versions are compared. */
export function FieldValue({ field, of }: { field: Field; of: Application }) {
  const words = WORDS[field];
  if (words) return <Word words={words} value={String(of[field] ?? "")} />;
  switch (field) {
    case "scope":
      return <ScopeText codes={of.scope} />;
    case "concerns":
      return <Concerned ids={of.concerns} />;
    case "legal_bases":
      return <Bases bases={of.legal_bases} />;
    case "parts":
      return <Parts parts={of.parts} />;
    case "demands":
      return <Demands demands={of.demands} />;
    case "funding_due":
      return <Instalments rows={of.funding_due} />;
    case "funding_amount":
      return <MoneyText value={of.funding_amount} />;
    case "extras":
      return <Extras type={of.object_type} values={of.extras} />;
    case "starts_on":
    case "ends_on":
      return <DateText value={of[field]} />;
    case "negative_entry":
      return <EntryName id={of.negative_entry} />;
    case "hit_answers":
      return <Prose text={of.hit_answers.map(({ answer }) => answer).join("\n")} />;
    default:
      return <Plain value={of[field]} />;
  }
}

function Word({ words, value }: { words: Words; value: string }) {
  const labels = useLabels(words);
  return <Prose text={labelOf(labels, value)} />;
}

function Plain({ value }: { value: unknown }) {
  const { t } = useTranslation();
  if (typeof value === "boolean") return <>{t(value ? "form.extra.yes" : "form.extra.no")}</>;
  return <Prose text={value === null || value === undefined ? "" : String(value)} />;
}
