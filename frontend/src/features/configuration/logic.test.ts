import { expect, test } from "vitest";
import { SCHEMA, SETTINGS } from "@/testing/settings";
import { changesBetween, rebase, same } from "./comparing";
import { inOrder, whose } from "./overrides";
import { daysIn, monthDay, numbersIn } from "./reading";
import { inGroups, parametersOf, withValue } from "./schema";

const parameters = parametersOf(SCHEMA);
const byField = (field: string) => parameters.find((one) => one.field === field);

test("each parameter has its kind, its bounds and its unit", () => {
  expect(byField("correction_days")).toMatchObject({
    kind: "number",
    title: "补正期限",
    unitLabel: "个工作日",
    min: 1,
    max: 120,
    optional: false,
  });
  expect(byField("urgent.decision_days")).toMatchObject({ path: ["urgent", "decision_days"] });
  expect(byField("urgent.grounds")?.options[0]).toEqual({
    value: "natural_disaster",
    label: "自然灾害",
  });
  expect(byField("funding_standard")).toMatchObject({ kind: "money", optional: true });
  expect(parameters.map(({ kind }) => kind)).toEqual([
    "number",
    "switch",
    "choice",
    "money",
    "numbers",
    "number",
    "choices",
    "share",
    "day",
    "bytes",
    "courses",
    "forms",
  ]);
});

test("what a shared definition says to programmers is not shown to clerks", () => {
  expect(byField("petition_share")?.help).toBe("");
  expect(byField("correction_days")?.help).toBe("逾期未补正的，视为撤回");
});

test("groups come in the server's order and hold all parameters", () => {
  expect(inGroups(SCHEMA).map(({ group }) => group)).toEqual([
    "receipt",
    "review",
    "terms",
    "urgent",
    "exit",
    "files",
    "courses",
    "forms",
  ]);
  expect(inGroups(SCHEMA).flatMap(({ own }) => own)).toHaveLength(parameters.length);
});

test("what is left out, null and empty is the same", () => {
  expect(same([{ object_type: "app", kind: null }], [{ object_type: "app" }])).toBe(true);
  expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(same([60, 30], [30, 60])).toBe(false);
});

test("changes name the parameter, what held and what shall hold", () => {
  const now = withValue(SETTINGS, ["urgent", "decision_days"], 15);
  const [change, ...others] = changesBetween(parameters, SETTINGS, now);
  expect(others).toEqual([]);
  expect([change?.parameter.title, change?.old, change?.new]).toEqual(["作出决定期限", 10, 15]);
});

test("my changes are put upon a newer version; what both have changed is told", () => {
  const theirs = withValue(
    withValue(SETTINGS, ["correction_days"], 8),
    ["urgent", "decision_days"],
    12,
  );
  const mine = withValue(
    withValue(SETTINGS, ["correction_days"], 15),
    ["expiry_reminder_days"],
    [90, 30],
  );
  const { settings, conflicts } = rebase(parameters, SETTINGS, theirs, mine);
  expect(settings.correction_days).toBe(15);
  expect(settings.urgent?.decision_days).toBe(12);
  expect(settings.expiry_reminder_days).toEqual([90, 30]);
  expect(conflicts.map(({ parameter, theirs: other }) => [parameter.field, other])).toEqual([
    ["correction_days", 8],
  ]);
});

test("days of reminders are read however they are separated", () => {
  expect(numbersIn("60、30，7")).toEqual([60, 30, 7]);
  expect(numbersIn("没有")).toEqual([]);
});

test("a day of every year has no 29 February", () => {
  expect(daysIn(2)).toBe(28);
  expect(monthDay(3, 1)).toBe("03-01");
});

test("bodies stand in the order in which they are asked, however they were ticked", () => {
  expect(inOrder(SCHEMA, "bodies", ["committee", "leader"])).toEqual(["leader", "committee"]);
});

test("a special course says for whom it holds", () => {
  expect(whose(SCHEMA, { object_type: "app", category: null })).toEqual(["应用程序（系统）"]);
});
