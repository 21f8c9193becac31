import { expect, test } from "vitest";
import { byCell } from "./sheets";

const said = (sheet: string, row: number, message: string) => ({
  sheet,
  row,
  label: "部门",
  message,
});

test("what is said of one cell stands together, sheet by sheet", () => {
  const of = byCell([said("甲", 3, "一"), said("甲", 3, "二"), said("乙", 3, "三")]);
  const messages = (sheet: string, number: number) =>
    of({ sheet, number }, "部门").map(({ message }) => message);
  expect(messages("甲", 3)).toEqual(["一", "二"]);
  expect(messages("乙", 3)).toEqual(["三"]);
  expect(messages("甲", 4)).toEqual([]);
});
