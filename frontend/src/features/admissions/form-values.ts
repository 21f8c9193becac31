import type { Application } from "@/api/types";
import { decimal, hundredths, type Instalment } from "./amounts";
import type { Edits, Field } from "./draft";
import { SECTIONS } from "./form-sections";

type Basis = Application["legal_bases"][number];
type Demand = Application["demands"][number];
type Part = Application["parts"][number];

/** The form's values: like the application's, but with "" where nothing is set, as inputs want it. */
export type FormValues = Record<Field, unknown>;

const FIELDS: readonly Field[] = Object.values(SECTIONS).flat();

export function shown(application: Application): FormValues {
  return Object.fromEntries(FIELDS.map((field) => [field, application[field] ?? ""])) as FormValues;
}

const text = (typed: unknown) => (typed ?? "") as string;
const orNull = (typed: unknown) => typed || null;
const rows = <Row>(typed: unknown) => ((typed as Partial<Row>[] | null) ?? []).filter(Boolean);

const basis = (typed: Partial<Basis>) => ({
  document: text(typed.document),
  article: text(typed.article),
  version: text(typed.version),
  quotation: text(typed.quotation),
  level: typed.level ?? "",
});

const part = (typed: Partial<Part>) => ({
  title: text(typed.title),
  village_duty: text(typed.village_duty),
  person_days: orNull(typed.person_days),
  funding_amount: orNull(typed.funding_amount),
  scope: typed.scope ?? [],
});

const isWhole = ({ on, amount }: Instalment) => Boolean(on) && hundredths(amount) !== null;

/** Each field as the server takes it; rows that cannot be kept yet wait in the form. */
const WIRE: Partial<Record<Field, (typed: unknown) => unknown>> = {
  starts_on: orNull,
  ends_on: orNull,
  funding_amount: orNull,
  person_days: orNull,
  dedicated_post: Boolean,
  handles_personal_data: Boolean,
  not_secret: Boolean,
  legal_bases: (typed) => rows<Basis>(typed).map(basis),
  parts: (typed) => rows<Part>(typed).map(part),
  demands: (typed) =>
    rows<Demand>(typed)
      .filter(({ kind }) => kind)
      .map(({ kind, name, basis: on }) => ({ kind, name: text(name), basis: text(on) })),
  funding_due: (typed) =>
    rows<Instalment>(typed)
      .filter(isWhole)
      .map(({ on, amount }) => ({ on, amount: decimal(hundredths(amount) ?? 0n) })),
  extras: (typed) =>
    Object.fromEntries(
      Object.entries((typed as object | null) ?? {}).filter(([, value]) => (value ?? "") !== ""),
    ),
  scope: (typed) => typed || [],
  concerns: (typed) => typed || [],
  hit_answers: (typed) => typed || [],
  negative_entry: orNull,
};

/** The fields that were typed in, as the server takes them. */
export function edited(changed: Partial<FormValues>, all: FormValues): Edits {
  return Object.fromEntries(
    (Object.keys(changed) as Field[]).map((field) => [field, (WIRE[field] ?? text)(all[field])]),
  );
}
