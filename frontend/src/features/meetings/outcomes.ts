import type { AgendaItem, ItemDecision, Meeting } from "@/api/types";

export type Outcome = ItemDecision["outcome"];

const DECIDING = [
  "approve",
  "reject",
  "defer",
  "send_back",
  "convert",
  "merge_into",
] as const satisfies Outcome[];
const ADVISING = ["endorse"] as const satisfies Outcome[];

/** What can come of an item: who only advises gives an opinion. */
export const outcomesOf = (item: AgendaItem): readonly Outcome[] =>
  item.deciding ? DECIDING : ADVISING;

/** What must be written beside an outcome, in this order. */
export type Part = "reasons" | "conditions" | "resubmit_on" | "matter";
const PARTS: Record<Outcome, readonly Part[]> = {
  approve: ["conditions"],
  reject: ["reasons"],
  defer: ["resubmit_on", "reasons"],
  send_back: ["reasons"],
  convert: ["reasons"],
  merge_into: ["matter", "reasons"],
  endorse: ["reasons"],
};
export const partsOf = (outcome: Outcome | undefined): readonly Part[] =>
  outcome ? PARTS[outcome] : [];

export interface ItemValues {
  outcome?: Outcome;
  reasons?: string;
  conditions?: string[];
  resubmit_on?: string;
  matter?: number | null;
}

export interface RecordValues {
  number: string;
  items: ItemValues[];
}

/** What is sent: of each item only what its outcome asks for, however often the outcome was changed. */
export function decisionsOf(meeting: Meeting, values: RecordValues): ItemDecision[] {
  return meeting.items.flatMap((item, place) => {
    const { outcome, ...said } = values.items[place] ?? {};
    if (!outcome) return [];
    const parts = partsOf(outcome);
    const kept = Object.fromEntries(
      Object.entries(said).filter(
        ([name, value]) => parts.includes(name as Part) && value !== undefined && value !== null,
      ),
    );
    return [{ application: item.application_id, outcome, ...kept }];
  });
}

/** `items.2.reasons` as the form names it. Items without an outcome are not sent: places are counted without them. */
export function placeOf(field: string, values: RecordValues): (string | number)[] {
  const [first, place, ...rest] = field.split(".");
  if (first !== "items" || place === undefined) return [field];
  const sent = values.items.flatMap((item, index) => (item?.outcome ? [index] : []));
  const index = sent[Number(place)] ?? Number(place);
  const named = rest[0] === "reference" || rest[0] === "opinion" ? "reasons" : rest[0];
  const further = rest.slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return ["items", index, named ?? "outcome", ...further];
}
