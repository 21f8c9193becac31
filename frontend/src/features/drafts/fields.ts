import type { PaperFormField } from "@/api/types";

export type Typed = Record<string, unknown>;

/** `findings.0.rule` in words: the titles of the fields on the way, rows counted from one. */
export function titleOf(fields: PaperFormField[], path: string): string {
  const words: string[] = [];
  let known = fields;
  for (const part of path.split(".")) {
    if (/^\d+$/.test(part)) words.push(String(Number(part) + 1));
    const field = known.find(({ name }) => name === part);
    if (field) {
      words.push(field.title);
      known = field.fields;
    }
  }
  return words.join(" ") || path;
}

/** What the form shows of what was typed: a moment as the browser's field writes it. */
export function shown(fields: PaperFormField[], typed: Typed): Typed {
  return mapped(fields, typed, (field, value) =>
    field.type === "time" && typeof value === "string" ? local(value) : value,
  );
}

/** What is sent of what the form shows: a moment with its zone, nothing for what is empty. */
export function sent(fields: PaperFormField[], typed: Typed): Typed {
  return mapped(fields, typed, (field, value) => {
    if (value === "" || value === undefined) return null;
    return field.type === "time" && /T\d\d:\d\d$/.test(String(value)) ? `${value}:00+08:00` : value;
  });
}

type Change = (field: PaperFormField, value: unknown) => unknown;

function mapped(fields: PaperFormField[], typed: Typed, change: Change): Typed {
  const known = fields.filter(({ name }) => typed[name] !== undefined);
  return Object.fromEntries(
    known.map((field) => [field.name, one(field, typed[field.name], change)]),
  );
}

function one(field: PaperFormField, value: unknown, change: Change): unknown {
  if (field.many && Array.isArray(value)) {
    return value.map((each) => one({ ...field, many: false }, each, change));
  }
  if (field.type === "group" && value && typeof value === "object") {
    return mapped(field.fields, value as Typed, change);
  }
  return change(field, value);
}

/** `2026-03-10T10:00:00+08:00` by the county's clock, without the zone. */
function local(moment: string): string {
  if (!/[Z+]/.test(moment.slice(10))) return moment.slice(0, 16);
  const at = new Date(new Date(moment).getTime() + 8 * 3_600_000);
  return Number.isNaN(at.getTime()) ? moment : at.toISOString().slice(0, 16);
}
