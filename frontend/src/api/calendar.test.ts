import { expect, test } from "vitest";
import { today, workdaysBetween } from "./calendar";

const days = (from: number, to: number, rests: number[]) =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n).map((day) => ({
    date: `2026-10-${String(day).padStart(2, "0")}`,
    working: !rests.includes(day),
  }));
/** National Day 1 to 7 October, made up for on Saturday the 10th; Sunday the 11th is free. */
const october = {
  year: 2026,
  entered: true,
  months: [{ days: days(1, 31, [1, 2, 3, 4, 5, 6, 7, 11, 17, 18, 24, 25, 31]) }],
};

test("days left skip the holiday, count the make-up day, and not today", () => {
  expect(workdaysBetween("2026-10-01", "2026-10-12", [october])).toBe(4);
  expect(workdaysBetween("2026-10-12", "2026-10-12", [october])).toBe(0);
});

test("what is overdue is negative, by one day at least", () => {
  expect(workdaysBetween("2026-10-14", "2026-10-12", [october])).toBe(-2);
  expect(workdaysBetween("2026-10-11", "2026-10-10", [october])).toBe(-1);
});

test("a year that has not been entered is not guessed", () => {
  expect(workdaysBetween("2026-10-12", "2027-01-05", [october])).toBeNull();
  expect(workdaysBetween("2026-10-12", "2026-10-13", [{ ...october, entered: false }])).toBeNull();
});

test("today is Beijing's", () => {
  expect(today(new Date("2026-02-28T17:00:00Z"))).toBe("2026-03-01");
});
