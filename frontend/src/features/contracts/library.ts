import type { ClauseDraft, SampleClause } from "@/api/types";

const typed = (value: unknown): string =>
  value === null || value === undefined ? "" : String(value);

/** A copy of a clause of the library, as it would have been typed. */
export const draftOf = (sample: SampleClause): Omit<ClauseDraft, "number"> => ({
  side: sample.side,
  kind: sample.kind,
  heading: sample.heading,
  text: sample.text,
  assessable: sample.assessable,
  measure: sample.measure,
  unit: sample.unit,
  target: typed(sample.target),
  tolerance: typed(sample.tolerance),
  grace_days: typed(sample.grace_days),
  steps: sample.steps.map(({ days, result }) => ({ days: typed(days), result: typed(result) })),
  levels: sample.levels.map(({ level, anchor }) => ({
    level: typed(level),
    anchor: typed(anchor),
  })),
  weight: typed(sample.weight),
  must_pass: sample.must_pass,
  evidence: sample.evidence,
  measured_by: sample.measured_by,
});
