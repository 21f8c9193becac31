import type { Application } from "@/api/types";
import type { Edits, Field } from "./draft";
import { SECTIONS } from "./form-sections";

type Basis = Application["legal_bases"][number];

/** The form's values: like the application's, but with "" where nothing is set, as inputs want it. */
export type FormValues = Record<Field, unknown>;

const FIELDS: readonly Field[] = Object.values(SECTIONS).flat();
/** Fields for which nothing is null on the wire, not an empty text. */
const NULLABLE = new Set<string>(["starts_on", "ends_on", "funding_amount", "person_days"]);

export function shown(application: Application): FormValues {
  return Object.fromEntries(FIELDS.map((field) => [field, application[field] ?? ""])) as FormValues;
}

const basis = (typed: Partial<Basis> | undefined): Basis => ({
  document: typed?.document ?? "",
  article: typed?.article ?? "",
  version: typed?.version ?? "",
  quotation: typed?.quotation ?? "",
});

/** The fields that were typed in, as the server takes them. */
export function edited(changed: Partial<FormValues>, all: FormValues): Edits {
  return Object.fromEntries(
    (Object.keys(changed) as Field[]).map((field) => {
      const value = all[field];
      if (field === "legal_bases") return [field, ((value as Partial<Basis>[]) ?? []).map(basis)];
      return [field, NULLABLE.has(field) ? value || null : (value ?? "")];
    }),
  );
}
