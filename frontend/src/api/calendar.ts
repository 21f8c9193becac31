import { useQueries } from "@tanstack/react-query";
import { countyQuery } from "./client";

type Calendar = { year: number; entered: boolean; months: { days: Day[] }[] };
type Day = { date: string; working: boolean };

const MOST_YEARS = 3;

const calendarOf = (year: number) =>
  countyQuery.queryOptions(
    "get",
    "/api/calendar/{year}",
    { params: { path: { year } } },
    { staleTime: 3_600_000 },
  );

/** Today in the county, as 2026-03-01. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(now);
}

/** Working days after `from` up to and with `to`, negative where `to` is earlier; null where a year is missing. */
export function workdaysBetween(from: string, to: string, calendars: Calendar[]): number | null {
  if (to < from) {
    const late = workdaysBetween(to, from, calendars);
    return late === null ? null : Math.min(-late, -1);
  }
  const entered = new Set(calendars.filter((one) => one.entered).map((one) => one.year));
  if (yearsBetween(from, to).some((year) => !entered.has(year))) return null;
  const days = calendars.flatMap((one) => one.months.flatMap((month) => month.days));
  return days.filter(({ date, working }) => working && date > from && date <= to).length;
}

/** Working days that are left until `due`, as the server counts them; null until that is known. */
export function useDaysLeft(due: string | null): number | null {
  const now = today();
  const years = due ? yearsBetween(now, due) : [];
  const found = useQueries({ queries: years.length > MOST_YEARS ? [] : years.map(calendarOf) });
  if (!due || found.length === 0) return null;
  return workdaysBetween(
    now,
    due,
    found.flatMap(({ data }) => (data ? [data] : [])),
  );
}

function yearsBetween(a: string, b: string): number[] {
  const [first = 0, last = 0] = [a, b].map((day) => Number(day.slice(0, 4))).sort((x, y) => x - y);
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
