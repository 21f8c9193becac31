import { county } from "@/api/client";
import type { SampleClause } from "@/api/types";

export type Written = Partial<SampleClause> & { reason: string };

/** What of a clause the library takes; whether it can be judged follows from its measure. */
const WRITTEN = [
  "kind",
  "side",
  "heading",
  "text",
  "mandatory",
  "unit",
  "tolerance",
  "grace_days",
  "levels",
  "evidence",
  "measured_by",
] as const;

/** What a new clause begins with. */
export const FRESH = {
  side: "provider",
  evidence: "none",
  measured_by: "purchaser",
  measure: "",
} as const;

export function saveSample(clause: SampleClause | undefined, written: Written): Promise<unknown> {
  const all = { ...FRESH, ...clause, ...written };
  const own = WRITTEN.filter((name) => all[name] !== undefined && all[name] !== null);
  const judged = all.measure
    ? {
        measure: all.measure,
        weight: all.weight || 0,
        must_pass: all.must_pass ?? false,
        target: all.target || null,
      }
    : { measure: "", weight: 0, must_pass: false };
  const body = {
    ...Object.fromEntries(own.map((name) => [name, all[name]])),
    ...judged,
    reason: written.reason,
  };
  if (!clause) return county.POST("/api/purchase/clauses", { body: body as never });
  return county.PUT("/api/purchase/clauses/{id}", {
    params: { path: { id: clause.id } },
    body: { ...body, version: clause.version } as never,
  });
}
