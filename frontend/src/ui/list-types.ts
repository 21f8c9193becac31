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

export interface Filter<Filters> {
  name: keyof Filters & string;
  label: string;
  options: { value: string; label: string }[];
}
