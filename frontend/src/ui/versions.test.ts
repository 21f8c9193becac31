import { expect, test } from "vitest";
import { differing, rebased } from "./versions";

test("my changes go upon theirs; where both wrote, mine counts", () => {
  const base = { title: "甲", remark: "一", funding: "无", villages: ["a"] };
  const theirs = { ...base, title: "乙", remark: "二" };
  const mine = { ...base, title: "丙", villages: ["a", "b"] };
  expect(differing(base, mine)).toEqual(["title", "villages"]);
  expect(differing(base, { ...base, villages: ["a"] })).toEqual([]);
  expect(rebased(base, theirs, mine)).toEqual({ ...mine, remark: "二" });
});
