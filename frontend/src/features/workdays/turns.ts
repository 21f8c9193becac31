import type { Clock } from "@/api/types";

export type Turn = "overdue" | "soon" | "later" | "still";

const SOON = 3;
const ORDER: Turn[] = ["overdue", "soon", "later", "still"];

export function turnOf({ overdue, paused, left }: Clock): Turn {
  if (paused || left === null) return overdue ? "overdue" : "still";
  if (overdue || left < 0) return "overdue";
  return left <= SOON ? "soon" : "later";
}

/** The most urgent first; a turn without a clock falls out. */
export function inTurn(clocks: Clock[]): { turn: Turn; clocks: Clock[] }[] {
  return ORDER.map((turn) => ({
    turn,
    clocks: clocks.filter((clock) => turnOf(clock) === turn),
  })).filter((group) => group.clocks.length > 0);
}

const PAGES: Record<string, string> = {
  "admissions.application": "applications",
  "admissions.matter": "matters",
  "admissions.refusalcase": "refusals",
  "admissions.meeting": "meetings",
};

/** Where the case of a clock is worked on; nothing for a case without a page. */
export function pageOf({ subject, subject_id }: Clock): string | null {
  const page = PAGES[subject];
  return page ? `/${page}/${subject_id}` : null;
}
