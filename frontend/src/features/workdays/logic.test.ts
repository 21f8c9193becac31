import { expect, test } from "vitest";
import type { Clock, YearCalendar } from "@/api/types";
import { blanksBefore, isWeekday, remarkable, span, stepTo, yearOf } from "./days";
import { inTurn, pageOf, turnOf } from "./turns";

const day = (date: string, more: object = {}) => ({
  date,
  working: isWeekday(date),
  name: "",
  source: "",
  exceptional: false,
  ...more,
});

const dates = (month: string, count: number) =>
  Array.from({ length: count }, (_, n) => `2026-${month}-${String(n + 1).padStart(2, "0")}`);

const calendar = {
  year: 2026,
  months: [
    { month: 1, working_days: 20, days: dates("01", 31).map((date) => day(date)) },
    {
      month: 2,
      working_days: 16,
      days: dates("02", 28).map((date) =>
        day(
          date,
          date === "2026-02-14" ? { working: true, name: "春节调休上班", exceptional: true } : {},
        ),
      ),
    },
  ],
} as YearCalendar;

test("a year is read from the address, nonsense is this year", () => {
  expect(yearOf("2027", "2026-11-22")).toBe(2027);
  expect(yearOf("19", "2026-11-22")).toBe(2026);
  expect(yearOf(null, "2026-11-22")).toBe(2026);
});

test("weeks begin on Monday", () => {
  expect(blanksBefore("2026-06-01")).toBe(0);
  expect(blanksBefore("2026-11-01")).toBe(6);
});

test("arrows lead from day to day and from week to week, over months, and stop at the year's ends", () => {
  expect(stepTo(calendar, "2026-01-31", "ArrowRight")).toBe("2026-02-01");
  expect(stepTo(calendar, "2026-01-31", "ArrowDown")).toBe("2026-02-07");
  expect(stepTo(calendar, "2026-01-03", "ArrowUp")).toBe("2026-01-03");
  expect(stepTo(calendar, "2026-01-03", "Enter")).toBe("2026-01-03");
});

test("a span holds both its ends; upside down it is one day", () => {
  expect(span(calendar, "2026-01-30", "2026-02-02").map(({ date }) => date)).toEqual([
    "2026-01-30",
    "2026-01-31",
    "2026-02-01",
    "2026-02-02",
  ]);
  expect(span(calendar, "2026-01-30", "2026-01-01")).toHaveLength(1);
});

test("days with a name are what must be looked over", () => {
  expect(remarkable(calendar).map(({ name }) => name)).toEqual(["春节调休上班"]);
});

const clock = (more: Partial<Clock>): Clock =>
  ({ id: 1, overdue: false, paused: false, left: 5, ...more }) as Clock;

test("what is overdue comes first, what stands still last", () => {
  const turns = inTurn([
    clock({ id: 1, left: 9 }),
    clock({ id: 2, paused: true }),
    clock({ id: 3, left: -1, overdue: true }),
    clock({ id: 4, left: 0 }),
    clock({ id: 5, left: null }),
  ]);
  expect(turns.map(({ turn, clocks }) => [turn, clocks.map(({ id }) => id)])).toEqual([
    ["overdue", [3]],
    ["soon", [4]],
    ["later", [1]],
    ["still", [2, 5]],
  ]);
  expect(turnOf(clock({ left: null, overdue: true }))).toBe("overdue");
});

test("a clock leads to its case", () => {
  expect(pageOf(clock({ subject: "admissions.application", subject_id: 7 }))).toBe(
    "/applications/7",
  );
  expect(pageOf(clock({ subject: "something.else", subject_id: 7 }))).toBeNull();
});
