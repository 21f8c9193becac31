import type { LegacyPreview } from "@/api/types";

/** What is wrong in each cell, under `row label`. */
export function faultsByCell({ faults }: Pick<LegacyPreview, "faults">): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { row, label, message } of faults) {
    const cell = `${row} ${label}`;
    found.set(cell, [...(found.get(cell) ?? []), message]);
  }
  return found;
}
