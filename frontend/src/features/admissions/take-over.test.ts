import { expect, test } from "vitest";
import type { Matter } from "@/api/types";
import { takenOver } from "./take-over";

const basis = (document: string) => ({
  document,
  article: "第八条",
  version: "2016",
  quotation: "",
  level: "law" as const,
});
const matter = (more: Partial<Matter>) =>
  ({
    title: "防汛巡查",
    object_type: "work_matter",
    category: "regular",
    objective: "巡查",
    department_duty: "组织",
    township_duty: "协调",
    village_duty: "协助",
    legal_bases: [basis("防洪法")],
    demands: [],
    scope: ["540522100201"],
    completion_report: "",
    settlement: "",
    closures: "",
    ...more,
  }) as Matter;

test("a merger says what any of its matters said, once, and goes to all their villages", () => {
  const both = takenOver("merge", [
    matter({}),
    matter({
      village_duty: "上报",
      legal_bases: [basis("防洪法"), basis("抗旱条例")],
      scope: ["540522101201", "540522100201"],
    }),
  ]);
  expect(both).toMatchObject({
    objective: "巡查",
    village_duty: "协助\n上报",
    legal_bases: [{ document: "防洪法" }, { document: "抗旱条例" }],
    scope: ["540522100201", "540522101201"],
  });
  expect(both.title).toBeUndefined();
});

test("a split begins with two parts that still have to be named", () => {
  const { parts, title } = takenOver("split", [matter({})]);
  expect(title).toBe("防汛巡查");
  expect(parts).toHaveLength(2);
  expect(parts?.[0]).toMatchObject({ title: "", village_duty: "协助" });
});

test("an extension and a withdrawal are for the matter as it is", () => {
  expect(takenOver("extend", [matter({})])).toEqual({
    object_type: "work_matter",
    category: "regular",
    title: "防汛巡查",
    scope: ["540522100201"],
  });
  expect(takenOver("withdraw", [matter({ completion_report: "已完成" })])).toMatchObject({
    completion_report: "已完成",
  });
});

test("what was urgent and has been decided on goes on as temporary", () => {
  expect(takenOver("extend", [matter({ category: "urgent" })]).category).toBe("temporary");
});
