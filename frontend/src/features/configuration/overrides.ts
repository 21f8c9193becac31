import type { Schema } from "./schema";

/** What is other than usual for some requests; whatever is left out is as usual. */
export interface Override {
  object_type?: string | null;
  category?: string | null;
  kind?: string | null;
  consult?: string[] | null;
  bodies?: string[] | null;
  first_review?: boolean | null;
  [limit: string]: string | string[] | number | boolean | null | undefined;
}

export const CONDITIONS = ["object_type", "category", "kind"] as const;
export const LIMITS = [
  "form_check_days",
  "first_review_days",
  "consultation_days",
  "second_review_days",
  "leader_days",
  "joint_meeting_days",
  "issue_days",
  "total_days",
] as const;
export type CourseField =
  | (typeof CONDITIONS)[number]
  | (typeof LIMITS)[number]
  | "consult"
  | "bodies"
  | "first_review";

const parts = (schema: Schema) => schema.$defs.CourseOverride?.properties ?? {};

export const titleOf = (schema: Schema, field: CourseField): string =>
  parts(schema)[field]?.title ?? field;

/** The values of a field with their labels. */
export function optionsOf(schema: Schema, field: CourseField): { value: string; label: string }[] {
  const node = parts(schema)[field]?.anyOf?.find(({ type }) => type !== "null");
  const inner = node?.items ?? node;
  const named = inner?.$ref?.split("/").at(-1) ?? "";
  const labels = inner?.labels ?? schema.$defs[named]?.labels ?? {};
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** The bodies in the order in which they are asked, however they were ticked. */
export function inOrder(schema: Schema, field: "bodies" | "consult", values: string[]): string[] {
  return optionsOf(schema, field)
    .map(({ value }) => value)
    .filter((value) => values.includes(value));
}

const labelOf = (schema: Schema, field: CourseField, value: string) =>
  optionsOf(schema, field).find((one) => one.value === value)?.label ?? value;

/** For which requests it holds; nothing for all. */
export const whose = (schema: Schema, override: Override): string[] =>
  CONDITIONS.flatMap((field) => {
    const value = override[field];
    return value ? [labelOf(schema, field, value)] : [];
  });

/** The lists of a course, named in order. */
export const named = (schema: Schema, field: "bodies" | "consult", values: string[]): string[] =>
  inOrder(schema, field, values).map((value) => labelOf(schema, field, value));
