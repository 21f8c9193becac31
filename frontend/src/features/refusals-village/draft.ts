/** A refusal while it is being written: what it holds, in which step each field stands, what is still amiss. */

import type { Ground, Me, RefusalIn } from "@/api/types";

export interface Draft {
  village: number | null;
  department: number | null;
  form: string;
  demanded_on: string;
  document_code: string;
  placement: number | null;
  title: string;
  demand: string;
  reasons: string[];
  explanation: string;
  anonymous: boolean;
  /** Reasons that the system has chosen: it takes back what no longer holds, and nothing else. */
  told: string[];
}

export type Field = Exclude<keyof Draft, "told">;
export type Fault = "required" | "needReason" | "future" | "number" | "place";
export type Faults = Partial<Record<Field, Fault>>;

export const EMPTY: Draft = {
  village: null,
  department: null,
  form: "",
  demanded_on: "",
  document_code: "",
  placement: null,
  title: "",
  demand: "",
  reasons: [],
  explanation: "",
  anonymous: false,
  told: [],
};

export const STEPS = ["who", "what", "send"] as const;
const FIELDS: readonly (readonly Field[])[] = [
  ["village", "department", "form", "demanded_on", "document_code"],
  ["placement", "title", "demand", "reasons", "explanation"],
  ["anonymous"],
];

/** In which step, counted from 1, a field stands; what is unknown is shown with the last. */
export function stepOf(field: string): number {
  const at = FIELDS.findIndex((fields) => fields.some((one) => one === field));
  return at < 0 ? STEPS.length : at + 1;
}

export const isField = (name: string): name is Field => FIELDS.flat().some((one) => one === name);

/** Mobile and identity card numbers: what goes to the county names nobody. */
const NUMBERS = /(?<!\d)1[3-9]\d[\s.-]?\d{4}[\s.-]?\d{4}(?!\d)|(?<!\d)[1-9]\d{16}[\dXx](?!\d)/;

/** The village's and the township's names as people say them: 岗堆 for 岗堆村. */
export function namesOf(me: Me, village: number | null): string[] {
  const own = me.villages.find(({ id }) => id === village)?.name ?? "";
  const names = [own, me.realm.name];
  const stems = names.map((name) => name.replace(/(村|社区|镇|乡|街道|村委会|居委会)$/, ""));
  return [...new Set([...names, ...stems])].filter((name) => name.length > 1);
}

/** What stands in the way of sending, at its field. */
export function faultsOf(draft: Draft, day: string, names: string[]): Faults {
  const faults: Faults = {};
  for (const name of ["village", "department", "form", "demanded_on"] as const) {
    if (!draft[name]) faults[name] = "required";
  }
  if (draft.demanded_on > day) faults.demanded_on = "future";
  if (draft.reasons.length === 0) faults.reasons = "needReason";
  for (const name of ["demand", "explanation"] as const) {
    if (NUMBERS.test(draft[name])) faults[name] = "number";
    else if (draft.anonymous && names.some((one) => draft[name].includes(one))) {
      faults[name] = "place";
    }
  }
  if (!draft.demand.trim()) faults.demand = "required";
  return faults;
}

export const faultsIn = (step: number, faults: Faults): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([field]) => stepOf(field) === step));

/** The first step with a fault; null when all is well. */
export function firstFaulty(faults: Faults): number | null {
  const steps = Object.keys(faults).map(stepOf);
  return steps.length > 0 ? Math.min(...steps) : null;
}

/** With the reasons that the system found, once each; what it found before and no longer finds is taken back. */
export function withGrounds(draft: Draft, grounds: Ground[]): Draft {
  const held = grounds.filter(({ holds }) => holds).map(({ code }) => code);
  const fresh = held.filter((code) => !draft.told.includes(code));
  const gone = draft.told.filter((code) => !held.includes(code));
  if (fresh.length + gone.length === 0) return draft;
  const kept = draft.reasons.filter((code) => !gone.includes(code));
  return { ...draft, told: held, reasons: [...new Set([...kept, ...fresh])].sort() };
}

/** What is sent. */
export function bodyOf({ told: _told, ...draft }: Draft): RefusalIn {
  return {
    ...draft,
    department: draft.department ?? 0,
    demand: draft.demand.trim(),
    explanation: draft.explanation.trim(),
    title: draft.title.trim(),
    document_code: draft.document_code.trim(),
  } as RefusalIn;
}

/** What was sent, to be written on; the reasons in it are the village's own by now. */
export const draftOf = (body: RefusalIn): Draft => ({ ...EMPTY, ...body }) as Draft;

const SHORT = 30;

/** What it is called in lists on this machine. */
export const nameOf = ({ title, demand }: Draft): string =>
  title.trim() || demand.trim().slice(0, SHORT);
