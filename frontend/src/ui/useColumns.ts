import { useState } from "react";
import type { Column } from "./list-types";

function kept(key: string): string[] | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Which columns a person wants in one list, remembered on this machine; the first always stays. */
export function useColumns<Row>(list: string, columns: Column<Row>[]) {
  const key = `zhunru.columns.${list}`;
  const [chosen, setChosen] = useState<string[]>(
    () => kept(key) ?? columns.filter((column) => !column.extra).map((column) => column.key),
  );
  const choose = (keys: string[]) => {
    localStorage.setItem(key, JSON.stringify(keys));
    setChosen(keys);
  };
  const shown = columns.filter((column, index) => index === 0 || chosen.includes(column.key));
  return { shown, choose };
}
