import type { Check } from "@/api/types";
import type { Field } from "./draft";

/** The sections of the form in order, with the fields of each. */
export const SECTIONS = {
  matter: ["title", "frequency", "person_days", "starts_on", "ends_on"],
  duties: ["department_duty", "township_duty", "village_duty"],
  need: ["necessity", "objective", "done_criteria"],
  basis: ["legal_bases"],
  funding: ["funding_amount", "budget_line", "no_cost_reason"],
  scope: ["scope"],
} as const satisfies Record<string, readonly Field[]>;

export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** The unmet conditions that belong to a section. */
export function unmetIn(section: Section, checks: Check[]): Check[] {
  const fields: readonly string[] = SECTIONS[section];
  return checks.filter(
    (check) => !check.ok && fields.includes((check.field ?? "title").split(".")[0] ?? ""),
  );
}
