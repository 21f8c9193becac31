import type { Matter, Settings } from "@/api/types";

type Months = Pick<Settings, "review_window_from" | "review_window_to">;

export interface Window {
  year: number;
  from: string;
  to: string;
  state: "before" | "open" | "after";
}

const BINDING = ["provisional", "in_force", "suspended", "withdrawing"];

/** A village carries it, or is about to be rid of it. */
export const isBinding = ({ status }: Pick<Matter, "status">) => BINDING.includes(status);

/** This year's review, and whether `today` (2026-11-22) lies in it. */
export function windowOf(settings: Months, today: string): Window {
  const year = Number(today.slice(0, 4));
  const from = `${year}-${settings.review_window_from}`;
  const to = `${year}-${settings.review_window_to}`;
  const state = today < from ? "before" : today > to ? "after" : "open";
  return { year, from, to, state };
}
