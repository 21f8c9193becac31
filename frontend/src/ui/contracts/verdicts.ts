import type { AcceptancePeriod, Judged, Measures } from "@/api/types";
import { isMeasured, type Measured, rawOf } from "@/ui/measures";

/** What is typed, by clause: `c3` is the third one. */
export type Verdicts = Record<string, Measured>;

export const nameOf = (number: number): string => `c${number}`;

/** Whose duties are judged: `provider` by the purchaser, `purchaser` by the village. */
export type Side = "provider" | "purchaser";

/** The clauses of one side that are judged. */
export const judgedOf = (period: AcceptancePeriod, side: Side = "provider"): Judged[] =>
  period.clauses.filter(({ clause }) => clause.side === side && clause.assessable);

/** What was written before; where nothing was, the sum of what was confirmed stands already. */
export const verdictsOf = (period: AcceptancePeriod, side: Side = "provider"): Verdicts =>
  Object.fromEntries(
    judgedOf(period, side).map((judged) => [nameOf(judged.clause.number), typed(judged)]),
  );

function typed({ clause, verdict, delivered }: Judged): Measured {
  if (!verdict)
    return clause.measure === "count" && delivered !== null ? { actual: delivered } : {};
  const { not_applicable, reason } = verdict;
  const raw = Object.fromEntries(rawOf(clause.measure).map((name) => [name, verdict[name]]));
  return { ...raw, reason, not_applicable: not_applicable || null };
}

/** What can be sent: the clauses that are measured, with their own measures only. */
export const itemsOf = (rows: Judged[], all: Verdicts): Measures[] =>
  rows.flatMap(({ clause }) => {
    const given = all[nameOf(clause.number)];
    if (!given || !isMeasured(clause.measure, given)) return [];
    const { not_applicable, reason } = given;
    const raw = not_applicable
      ? { not_applicable }
      : Object.fromEntries(rawOf(clause.measure).map((name) => [name, given[name]]));
    return [{ clause: clause.number, reason: reason?.trim() ?? "", ...raw } as Measures];
  });
