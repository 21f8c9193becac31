import type { Settings } from "@/api/types";
import { type Parameter, valueAt, withValue } from "./schema";

export interface Change {
  parameter: Parameter;
  old: unknown;
  new: unknown;
}

/** The same whatever the order of keys, and whether what is not said is left out or null. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === undefined || value === "") return null;
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(
    kept.sort(([a], [b]) => a.localeCompare(b)).map(([k, v]) => [k, tidy(v)]),
  );
}

export function changesBetween(parameters: Parameter[], old: Settings, now: Settings): Change[] {
  return parameters
    .map((parameter) => ({
      parameter,
      old: valueAt(old, parameter.path),
      new: valueAt(now, parameter.path),
    }))
    .filter((change) => !same(change.old, change.new));
}

export interface Rebased {
  settings: Settings;
  /** Parameters that both have changed, each in another way: mine stands, theirs must be seen. */
  conflicts: { parameter: Parameter; base: unknown; mine: unknown; theirs: unknown }[];
}

/** My changes to `base`, put upon what somebody else has made of it meanwhile. */
export function rebase(
  parameters: Parameter[],
  base: Settings,
  theirs: Settings,
  mine: Settings,
): Rebased {
  let settings = theirs;
  const conflicts: Rebased["conflicts"] = [];
  for (const { parameter, old, new: wanted } of changesBetween(parameters, base, mine)) {
    const other = valueAt(theirs, parameter.path);
    settings = withValue(settings, parameter.path, wanted);
    if (!same(other, old) && !same(other, wanted)) {
      conflicts.push({ parameter, base: old, mine: wanted, theirs: other });
    }
  }
  return { settings, conflicts };
}
