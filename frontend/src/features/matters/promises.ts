import type { Commitment } from "@/api/types";

export interface Promised {
  key: string;
  label: string;
  promise: string;
  due_on: string;
}

export interface PromiseTable {
  columns: Promised[];
  rows: { place: string; cells: Map<string, Commitment> }[];
}

const keyOf = ({ kind, promise, due_on }: Commitment) => `${due_on}|${kind}|${promise}`;

/** Villages down, promises with their days across; the earliest due first. */
export function asTable(commitments: Commitment[]): PromiseTable {
  const columns = new Map<string, Promised>();
  // Names of villages alone are not unique.
  const rows = new Map<string, Map<string, Commitment>>();
  for (const one of commitments) {
    const key = keyOf(one);
    columns.set(key, { key, label: one.kind_label, promise: one.promise, due_on: one.due_on });
    const place = `${one.township} ${one.village}`;
    const cells = rows.get(place) ?? new Map<string, Commitment>();
    rows.set(place, cells.set(key, one));
  }
  return {
    columns: [...columns.values()].sort((a, b) => a.key.localeCompare(b.key)),
    rows: [...rows].map(([place, cells]) => ({ place, cells })),
  };
}
