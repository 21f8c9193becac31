import { expect, test } from "vitest";
import { basisIn } from "./basis-in";
import { coming, firstStatus } from "./course";
import { columnsOf, turn } from "./duty-columns";

const labels = [
  { value: "draft", label: "拟制中" },
  { value: "consultation", label: "征求意见中" },
  { value: "approved", label: "已批准" },
  { value: "published", label: "已公布" },
];

test("what is still to come follows the way; after the end, or beside the way, nothing does", () => {
  expect(coming("consultation", labels)).toEqual(["已批准", "已公布"]);
  expect(coming("published", labels)).toEqual([]);
  expect(coming("discarded", labels)).toEqual([]);
  expect(coming("draft", [])).toEqual([]);
});

test("an edition began with what its first change came from", () => {
  const entry = (old: string, now: string) => ({
    at: "2026-11-22T00:00:00Z",
    by: "",
    role: "",
    organisation: "",
    reason: "",
    changes: [{ field: "status", label: "状态", old, new: now }],
  });
  const history = [entry("征求意见中", "已批准"), entry("拟制中", "征求意见中")];
  expect(firstStatus(history as never, "已批准")).toBe("拟制中");
  expect(firstStatus([], "已公布")).toBe("已公布");
});

test("a duty comes, is worded anew, and goes", () => {
  const edition = (id: number, number: number) => ({ id, number, kind: "assist" }) as never;
  const editions = columnsOf([edition(3, 2), edition(1, 1), edition(9, 3)], "assist");
  expect(editions.map(({ id }) => id)).toEqual([1, 3, 9]);
  const row = (duties: Record<string, string>) => ({
    kind: "assist",
    code: "A",
    title: "",
    duties,
  });
  expect(turn(row({ 1: "甲", 3: "乙" }), editions, 0)).toBe("same");
  expect(turn(row({ 1: "甲", 3: "乙" }), editions, 1)).toBe("changed");
  expect(turn(row({ 1: "甲", 3: "乙" }), editions, 2)).toBe("removed");
  expect(turn(row({ 3: "乙" }), editions, 1)).toBe("added");
  expect(columnsOf(editions, "negative")).toEqual([]);
});

test("an article is sent without the marks around its law, and without empty days", () => {
  expect(basisIn({ document: "《水法》 ", article: "第一条", version: "" })).toEqual({
    document: "水法",
    document_number: "",
    article: "第一条",
    version: null,
    valid_from: null,
    quotation: "",
  });
});
