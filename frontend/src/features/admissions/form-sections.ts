import type { Application, Check } from "@/api/types";
import type { Field } from "./draft";

/** The sections of the form in their order, with the fields of each. */
export const SECTIONS = {
  basics: ["contact_name", "contact_phone"],
  matter: [
    "object_type",
    "category",
    "concerns",
    "title",
    "negative_entry",
    "legal_bases",
    "new_facts",
  ],
  need: ["necessity", "feasibility"],
  duties: [
    "department_duty",
    "township_duty",
    "village_duty",
    "duty_relation",
    "authorised_content",
    "authority_scope",
  ],
  goals: ["objective", "done_criteria"],
  closing: ["completion_report", "settlement", "closures"],
  scope: ["scope", "starts_on", "ends_on"],
  parts: ["parts"],
  load: ["frequency", "person_days"],
  staffing: ["staffing", "dedicated_post"],
  funding: [
    "funding_amount",
    "budget_line",
    "funding_standard",
    "funding_channel",
    "funding_due",
    "no_cost_reason",
  ],
  support: ["tech_support", "training_plan"],
  demands: ["demands"],
  assessment: ["assessment_method"],
  privacy: [
    "handles_personal_data",
    "personal_data",
    "personal_data_purpose",
    "personal_data_retention",
  ],
  extras: ["extras"],
  hits: ["hit_answers"],
  attachments: [],
  declaration: ["not_secret"],
} as const satisfies Record<string, readonly Field[]>;

export type Section = keyof typeof SECTIONS;

type Kind = Application["kind"];

/** These only point at a matter; what villages carry stays as it was. */
const POINTING: Partial<Record<Kind, Section[]>> = {
  extend: ["basics", "matter", "need", "scope", "attachments", "declaration"],
  withdraw: ["basics", "matter", "need", "closing", "scope", "attachments", "declaration"],
};

/** Fields of a section that requests of some kinds only have. */
const ONLY_FOR: Partial<Record<Field, readonly Kind[]>> = {
  object_type: ["admit", "adjust", "merge", "split"],
  category: ["admit", "adjust", "merge", "split"],
  legal_bases: ["admit", "adjust", "merge", "split"],
  negative_entry: ["admit", "adjust", "merge", "split"],
  feasibility: ["admit", "adjust", "merge", "split"],
  starts_on: ["admit", "adjust", "merge", "split"],
  ends_on: ["admit", "adjust", "merge", "split", "extend"],
  new_facts: ["admit"],
};

/** Which sections an application shows: by its kind, and those that have something to ask. */
export function sectionsFor(kind: Kind, has: { extras: boolean; hits: boolean }): Section[] {
  const pointing = POINTING[kind];
  if (pointing) return pointing;
  const absent = new Set<Section>(["closing"]);
  if (kind !== "split") absent.add("parts");
  if (!has.extras) absent.add("extras");
  if (!has.hits) absent.add("hits");
  return (Object.keys(SECTIONS) as Section[]).filter((section) => !absent.has(section));
}

export function fieldsOf(section: Section, kind: Kind): Field[] {
  const fields: readonly Field[] = SECTIONS[section];
  return fields.filter((field) => ONLY_FOR[field]?.includes(kind) ?? true);
}

/** `extras.form_code` and `parts.1.title` belong to the field that stands first. */
export const topOf = (field: string | null): Field => (field ?? "title").split(".")[0] as Field;

/** The checks that belong to a section; what no section shows is told beside the matter's name. */
export function checksIn(section: Section, shown: Section[], checks: Check[]): Check[] {
  const home = (check: Check) =>
    shown.find((one) => (SECTIONS[one] as readonly Field[]).includes(topOf(check.field))) ??
    "matter";
  return checks.filter((check) => home(check) === section);
}

export const isUnmet = (check: Check) => !check.ok && !check.warning;
/** Told, but it does not stop the submission. */
export const isWarning = (check: Check) => check.warning;
