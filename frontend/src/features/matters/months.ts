import type { Expiry } from "@/api/types";

export type Kind = Expiry["kind"];
export const KINDS = [
  "ends",
  "urgent_end",
  "objections",
  "readmit",
  "review",
] as const satisfies Kind[];

const two = (n: number) => String(n).padStart(2, "0");
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const written = (date: Date) => date.toISOString().slice(0, 10);

/** `2026-11` of `2026-11-22`; anything else is no month. */
export function monthOf(text: string | null, today: string): string {
  return text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : today.slice(0, 7);
}

export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + number - 1 + by;
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`;
}

/** The weeks of a month from Monday to Sunday; days of the neighbours fill them up. */
export function weeksOf(month: string): string[][] {
  const first = utc(`${month}-01`);
  const start = new Date(first);
  start.setUTCDate(1 - ((first.getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (const at = start; written(at).slice(0, 7) <= month; ) {
    const week: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      week.push(written(at));
      at.setUTCDate(at.getUTCDate() + 1);
    }
    weeks.push(week);
  }
  return weeks;
}

/** First and last day of the month. */
export function spanOf(month: string): [from: string, to: string] {
  const last = utc(`${monthAfter(month, 1)}-01`);
  last.setUTCDate(0);
  return [`${month}-01`, written(last)];
}

/** What is chosen in the address, by day. */
export function byDay(found: Expiry[], kind: string | null): Map<string, Expiry[]> {
  const days = new Map<string, Expiry[]>();
  for (const one of found) {
    if (kind && one.kind !== kind) continue;
    days.set(one.on, [...(days.get(one.on) ?? []), one]);
  }
  return days;
}
