/** A record of work while it is being written. */

import { today } from "@/api/calendar";
import type { Deliverable, RecordIn, SignedClause } from "@/api/types";
import { decimal, hundredths } from "@/ui/decimals";
import { isCounted } from "./clauses";

export interface Draft {
  clause: number | null;
  done_on: string;
  quantity: string;
  place: string;
  note: string;
}

export const MOST_FILES = 5;

export const emptyDraft = (clause: number | null): Draft => ({
  clause,
  done_on: today(),
  quantity: "",
  place: "",
  note: "",
});

/** What is sent; a quantity only where the clause counts. */
export function bodyOf(draft: Draft, clause: SignedClause | undefined, submit: boolean): RecordIn {
  const amount = clause && isCounted(clause) ? hundredths(draft.quantity) : null;
  return {
    clause: draft.clause ?? 0,
    done_on: draft.done_on,
    quantity: amount === null ? null : decimal(amount),
    place: (draft.place ?? "").trim(),
    note: (draft.note ?? "").trim(),
    submit,
  };
}

/** What was sent, or stands on the server, to be written on. */
export const draftOf = (body: RecordIn | Deliverable): Draft => ({
  clause: body.clause,
  done_on: body.done_on,
  quantity: body.quantity ?? "",
  place: body.place ?? "",
  note: body.note ?? "",
});

export interface Term {
  from: string | null;
  to: string | null;
}

/** Why a day cannot be that of the work; null when it can. */
export function dayFault(day: string, term: Term, now = today()): "future" | "outside" | null {
  if (day > now) return "future";
  if ((term.from && day < term.from) || (term.to && day > term.to)) return "outside";
  return null;
}
