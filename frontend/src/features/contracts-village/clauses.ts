import { labelOf, useLabels } from "@/api/labels";
import type { ClauseDraft, SignedClause, Terms } from "@/api/types";

/** The clauses of a version; one that is not signed yet is read from its text, as it was offered. */
export function useClauses(terms: Terms): SignedClause[] {
  const kinds = useLabels("clause");
  const measures = useLabels("measure");
  const evidence = useLabels("evidence_asked");
  const measurers = useLabels("measured_by");
  if (terms.clauses.length > 0) return terms.clauses;
  return (terms.text.clauses ?? []).map((draft) => ({
    ...offered(draft),
    kind_label: labelOf(kinds, draft.kind ?? ""),
    measure_label: labelOf(measures, draft.measure ?? ""),
    evidence_label: labelOf(evidence, draft.evidence ?? "none"),
    measured_by_label: labelOf(measurers, draft.measured_by ?? ""),
  }));
}

type Labels = "kind_label" | "measure_label" | "evidence_label" | "measured_by_label";

function offered(draft: ClauseDraft): Omit<SignedClause, Labels> {
  return {
    id: draft.number,
    number: draft.number,
    side: draft.side || "provider",
    kind: draft.kind ?? "",
    heading: draft.heading ?? "",
    text: draft.text ?? "",
    assessable: draft.assessable ?? false,
    measure: draft.measure ?? "",
    unit: draft.unit ?? "",
    target: draft.target || null,
    tolerance: draft.tolerance || "0",
    grace_days: Number(draft.grace_days || 0),
    steps: draft.steps ?? [],
    levels: draft.levels ?? [],
    weight: draft.weight || "0",
    must_pass: draft.must_pass ?? false,
    evidence: draft.evidence || "none",
    measured_by: draft.measured_by ?? "",
  };
}

/** Whether a record under this clause needs a file; without that nobody may ask for a photo. */
export const asksForFile = ({ evidence }: Pick<SignedClause, "evidence">): boolean =>
  evidence !== "none";

const COUNTED = ["count", "ratio"];

/** Whether a record says how much. */
export const isCounted = ({ measure }: Pick<SignedClause, "measure">): boolean =>
  COUNTED.includes(measure);

/** What a record of work may stand under: our own duties, not the terms that speak of money or of disputes. */
export const recordable = (clauses: SignedClause[]): SignedClause[] =>
  clauses.filter(({ side, assessable }) => side === "provider" && assessable);
