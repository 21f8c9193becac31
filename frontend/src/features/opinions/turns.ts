import type { OpinionAsked } from "@/api/types";

const NEVER = "9999-12-31";

/** The unanswered by their term, then the answered, the latest first. */
export function inTurn(asked: OpinionAsked[]): { open: OpinionAsked[]; answered: OpinionAsked[] } {
  const open = asked.filter(({ answered_at }) => !answered_at);
  const answered = asked.filter(({ answered_at }) => answered_at);
  return {
    open: open.sort((a, b) => (a.due_on ?? NEVER).localeCompare(b.due_on ?? NEVER) || a.id - b.id),
    answered: answered.sort((a, b) => (b.answered_at ?? "").localeCompare(a.answered_at ?? "")),
  };
}
