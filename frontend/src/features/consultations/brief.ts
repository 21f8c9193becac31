/** What a question says of the matter: written by the county when it asked, so any of it may be missing. */

const TEXTS = [
  "department",
  "kind",
  "category",
  "object_type",
  "objective",
  "village_duty",
  "township_duty",
  "frequency",
  "person_days",
  "funding_amount",
  "no_cost_reason",
  "starts_on",
  "ends_on",
  "code",
  "reasons",
] as const;

export type Brief = Record<(typeof TEXTS)[number], string>;

export function briefOf(told: Record<string, unknown>): Brief {
  return Object.fromEntries(TEXTS.map((name) => [name, String(told[name] ?? "")])) as Brief;
}
