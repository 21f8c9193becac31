import type { LegacyPreview, TablePreview } from "@/api/types";

/** A table that was sent, as every import shows it before it is taken over. */
export type Sheet = Pick<TablePreview, keyof TablePreview & keyof LegacyPreview>;

type Row = Pick<Sheet["rows"][number], "sheet" | "number">;

/** What is said of single cells, to be asked for by their place. */
export function byCell<Said extends { sheet: string; row: number; label: string }>(said: Said[]) {
  const found = new Map<string, Said[]>();
  for (const one of said) {
    const cell = `${one.sheet} ${one.row} ${one.label}`;
    found.set(cell, [...(found.get(cell) ?? []), one]);
  }
  return (row: Row, label: string): Said[] =>
    found.get(`${row.sheet} ${row.number} ${label}`) ?? [];
}
