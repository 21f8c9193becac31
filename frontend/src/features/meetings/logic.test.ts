import { expect, test } from "vitest";
import type { AgendaItem, Meeting } from "@/api/types";
import { moved, put, without } from "./agenda";
import { decisionsOf, outcomesOf, placeOf } from "./outcomes";

test("an item moves to its new place, and no further than the ends", () => {
  expect(moved([1, 2, 3], 0, 2)).toEqual([2, 3, 1]);
  expect(moved([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
  const order = [1, 2, 3];
  expect(moved(order, 0, -1)).toBe(order);
  expect(moved(order, 2, 3)).toBe(order);
});

test("nothing stands twice on an agenda", () => {
  expect(put([1, 2], 2)).toEqual([1, 2]);
  expect(put([1, 2], 3)).toEqual([1, 2, 3]);
  expect(without([1, 2, 3], 2)).toEqual([1, 3]);
});

const item = (id: number, more: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  position: id,
  application_id: id * 10,
  title: `事项${id}`,
  department: "县水务局",
  kind_label: "新增准入",
  category_label: "常规类",
  status: "at_committee",
  status_label: "",
  recommendation: "",
  deciding: true,
  outcome: "",
  outcome_label: "",
  reasons: "",
  conditions: [],
  ...more,
});

const meeting = { items: [item(1), item(2), item(3)] } as Meeting;

test("of each item only what its outcome asks for is sent", () => {
  const sent = decisionsOf(meeting, {
    number: "9号",
    items: [
      // The outcome was changed after reasons had been written.
      { outcome: "approve", reasons: "旧理由", conditions: ["不另建台账"] },
      { outcome: "defer", reasons: "再议", resubmit_on: "2027-01-05", matter: null },
      {},
    ],
  });
  expect(sent).toEqual([
    { application: 10, outcome: "approve", conditions: ["不另建台账"] },
    { application: 20, outcome: "defer", reasons: "再议", resubmit_on: "2027-01-05" },
  ]);
});

test("a fault finds its item, though items without an outcome were not sent", () => {
  const values = { number: "", items: [{}, { outcome: "reject" as const }, {}] };
  expect(placeOf("items.0.reasons", values)).toEqual(["items", 1, "reasons"]);
  expect(placeOf("items.0", values)).toEqual(["items", 1, "outcome"]);
  expect(placeOf("items.0.opinion", values)).toEqual(["items", 1, "reasons"]);
  expect(placeOf("items.0.conditions.2", values)).toEqual(["items", 1, "conditions", 2]);
  expect(placeOf("number", values)).toEqual(["number"]);
});

test("who only advises cannot decide", () => {
  expect(outcomesOf(item(1, { deciding: false }))).toEqual(["endorse"]);
  expect(outcomesOf(item(1))).toContain("merge_into");
});
