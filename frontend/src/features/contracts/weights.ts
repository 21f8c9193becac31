import type { ClauseDraft } from "@/api/types";
import { sumOf } from "@/ui/decimals";

const FULL = 100_00n;

/** What the weights of one side come to, in hundredths, and what is missing to 100; below nought they exceed it. */
export function weightsOf(clauses: ClauseDraft[], side: string) {
  const assessed = clauses.filter((one) => one?.assessable && (one.side || "provider") === side);
  const sum = sumOf(assessed.map(({ weight }) => weight));
  return { count: assessed.length, sum, missing: FULL - sum };
}
