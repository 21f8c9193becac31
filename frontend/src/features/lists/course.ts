import { labelOf } from "@/api/labels";
import type { Edition, HistoryEntry, Label } from "@/api/types";

/** The way of an edition that nothing goes wrong with. */
const WAY: readonly Edition["status"][] = ["draft", "consultation", "approved", "published"];

/** What is still to come, in words. */
export function coming(status: Edition["status"], labels: Label[]): string[] {
  const here = WAY.indexOf(status);
  if (here < 0) return [];
  return WAY.slice(here + 1)
    .map((later) => labelOf(labels, later))
    .filter(Boolean);
}

/** The status with which an edition began: what its first change of status came from, else what it has now. */
export function firstStatus(history: HistoryEntry[], now: string): string {
  const changes = history.flatMap((entry) =>
    entry.changes.filter(({ field }) => field === "status"),
  );
  return changes.at(-1)?.old || now;
}
