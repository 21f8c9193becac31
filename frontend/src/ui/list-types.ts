import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** The server's name for ordering by this column. */
  ordering?: string;
  width?: number | string;
  /** Shown only when chosen. */
  extra?: boolean;
}

interface Named<Filters> {
  name: keyof Filters & string;
  label: string;
}

/** One of several values, or a day up to which. */
export type Filter<Filters> =
  | (Named<Filters> & { kind?: "choice"; options: { value: string | number; label: string }[] })
  | (Named<Filters> & { kind: "day" });
