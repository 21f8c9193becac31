import type { CalendarDay, YearCalendar } from "@/api/types";

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** The year in the address, or this one. */
export function yearOf(text: string | null, today: string): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR
    ? year
    : Number(today.slice(0, 4));
}

/** How many days of the week before the first of the month, Monday first. */
export const blanksBefore = (date: string): number =>
  (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

export const isWeekday = (date: string): boolean => blanksBefore(date) < 5;

const everyDay = (calendar: YearCalendar): CalendarDay[] =>
  calendar.months.flatMap((month) => month.days);

/** The day that an arrow key leads to; the same one at the ends of the year. */
export function stepTo(calendar: YearCalendar, date: string, key: string): string {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  if (!by) return date;
  const days = everyDay(calendar);
  const index = days.findIndex((day) => day.date === date) + by;
  return days[index]?.date ?? date;
}

/** The days from one to another, both counted; of an upside-down span only the first. */
export function span(calendar: YearCalendar, from: string, to: string): CalendarDay[] {
  return everyDay(calendar).filter(({ date }) => date >= from && date <= (to < from ? from : to));
}

/** Days that have a name or depart from Monday to Friday: what the county must look over. */
export const remarkable = (calendar: YearCalendar): CalendarDay[] =>
  everyDay(calendar).filter(({ name, exceptional }) => name || exceptional);
