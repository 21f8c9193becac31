import type { Clock } from "@/api/types";

export interface Term {
  name: "entered" | "application" | "decision" | "end";
  /** The day, 2026-11-22; null while nobody can say. */
  on: string | null;
  met: boolean;
  left: number | null;
  unit?: string;
  limit?: number;
}

const DAY = 86_400_000;

const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(instant));

/** The four days of an urgent matter, from its application's clocks. */
export function termsOf(entered: string | null, clocks: Clock[], end: string | null): Term[] {
  const due = (name: string): Omit<Term, "name"> => {
    const clock = clocks.find((one) => one.name === name);
    return {
      on: clock?.due_on ?? null,
      met: Boolean(clock?.met_on),
      left: clock?.met_on ? null : (clock?.left ?? null),
      unit: clock?.unit,
      limit: clock?.limit,
    };
  };
  return [
    { name: "entered", on: entered && dayOf(entered), met: Boolean(entered), left: null },
    { name: "application", ...due("urgent_application") },
    { name: "decision", ...due("urgent_decision") },
    { name: "end", on: end, met: false, left: null },
  ];
}

/** How far `on` lies between two days, 0 to 100. */
export function place(on: string, first: string, last: string): number {
  const [a, b, x] = [first, last, on].map((day) => Date.parse(day)) as [number, number, number];
  const share = b - a < DAY ? 100 : (100 * (x - a)) / (b - a);
  return Math.max(0, Math.min(100, share));
}
