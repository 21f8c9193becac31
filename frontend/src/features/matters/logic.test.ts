import { expect, test } from "vitest";
import type { Commitment, Expiry } from "@/api/types";
import { hrefOf } from "./ExpiryList";
import { byDay, monthAfter, monthOf, spanOf, weeksOf } from "./months";
import { asTable } from "./promises";
import { isBinding, windowOf } from "./yearly";

test("a month is read from the address, nonsense is this month", () => {
  expect(monthOf("2027-02", "2026-11-22")).toBe("2027-02");
  expect(monthOf("2027-13", "2026-11-22")).toBe("2026-11");
  expect(monthOf(null, "2026-11-22")).toBe("2026-11");
});

test("months follow one another over the year", () => {
  expect(monthAfter("2026-12", 1)).toBe("2027-01");
  expect(monthAfter("2026-01", -1)).toBe("2025-12");
});

test("a month is filled up to whole weeks from Monday to Sunday", () => {
  const weeks = weeksOf("2026-11");
  expect(weeks[0]?.[0]).toBe("2026-10-26");
  expect(weeks.at(-1)?.[6]).toBe("2026-12-06");
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeksOf("2027-02")).toHaveLength(4);
  expect(weeksOf("2026-12").flat()).toContain("2026-12-31");
});

test("its first and last day are known, also in a leap year", () => {
  expect(spanOf("2028-02")).toEqual(["2028-02-01", "2028-02-29"]);
  expect(spanOf("2026-12")).toEqual(["2026-12-01", "2026-12-31"]);
});

const expiry = (on: string, kind: Expiry["kind"]): Expiry => ({
  on,
  kind,
  label: kind,
  count: 1,
  items: [],
});

test("what falls on a day stands together, and one kind can be looked at alone", () => {
  const found = [expiry("2026-11-02", "ends"), expiry("2026-11-02", "review")];
  expect(byDay(found, null).get("2026-11-02")).toHaveLength(2);
  expect(byDay(found, "review").get("2026-11-02")).toHaveLength(1);
});

test("the rest of a day is a list with the same filter", () => {
  expect(hrefOf(expiry("2026-11-02", "ends"))).toBe(
    "/matters?status=in_force&ends_before=2026-11-02&ordering=ends_on",
  );
  expect(hrefOf(expiry("2026-11-02", "objections"))).toBe("/matters?status=withdrawing");
});

const promise = (id: number, village: string, more: Partial<Commitment>): Commitment => ({
  id,
  township: "吉雄镇",
  village,
  kind: "funds",
  kind_label: "工作经费",
  amount: "100.00",
  promise: "",
  due_on: "2026-06-30",
  ended_on: null,
  ...more,
});

test("promises become villages down, and each promise with its day across, the earliest first", () => {
  const { columns, rows } = asTable([
    promise(1, "甲村", { due_on: "2026-12-31" }),
    promise(2, "乙村", { due_on: "2026-12-31" }),
    promise(3, "甲村", {}),
    promise(4, "甲村", { kind: "training", kind_label: "培训", amount: null, promise: "半天" }),
    promise(5, "甲村", { township: "甲竹林镇" }),
  ]);
  expect(columns.map(({ label, due_on }) => [label, due_on])).toEqual([
    ["工作经费", "2026-06-30"],
    ["培训", "2026-06-30"],
    ["工作经费", "2026-12-31"],
  ]);
  expect(rows.map(({ place }) => place)).toEqual(["吉雄镇 甲村", "吉雄镇 乙村", "甲竹林镇 甲村"]);
  expect(rows[1]?.cells.size).toBe(1);
});

test("the window of the yearly review is this year's", () => {
  const settings = { review_window_from: "11-01", review_window_to: "12-31" };
  expect(windowOf(settings, "2026-10-31").state).toBe("before");
  expect(windowOf(settings, "2026-11-01").state).toBe("open");
  expect(windowOf(settings, "2026-12-31")).toEqual({
    year: 2026,
    from: "2026-11-01",
    to: "2026-12-31",
    state: "open",
  });
  expect(windowOf({ ...settings, review_window_to: "11-30" }, "2026-12-01").state).toBe("after");
});

test("what has left binds no village", () => {
  expect(isBinding({ status: "withdrawing" })).toBe(true);
  expect(isBinding({ status: "withdrawn" })).toBe(false);
});
