/** When a village's resolution is one: more than half of all are there, and more than half of those are in favour. */

export type Count = "total" | "present" | "in_favour";
export type Counts = Partial<Record<Count, number | null>>;
export type Fault = "whole" | "more" | "favourMore" | "noQuorum" | "noMajority";

/** What is amiss with one of the counts, as far as the others are known. */
export function faultOf(name: Count, counts: Counts): Fault | null {
  const { total, present, in_favour } = counts;
  if (!Number.isInteger(counts[name])) return "whole";
  if (name === "present" && isCount(total) && isCount(present)) {
    if (present > total) return "more";
    if (present * 2 <= total) return "noQuorum";
  }
  if (name === "in_favour" && isCount(present) && isCount(in_favour)) {
    if (in_favour > present) return "favourMore";
    if (in_favour * 2 <= present) return "noMajority";
  }
  return null;
}

const isCount = (value: number | null | undefined): value is number => Number.isInteger(value);
