import { expect, test } from "vitest";
import type { PaperFormField } from "@/api/types";
import { sent, shown, titleOf } from "./fields";

const field = (name: string, more: Partial<PaperFormField> = {}): PaperFormField => ({
  name,
  title: `《${name}》`,
  type: "line",
  many: false,
  required: false,
  max_length: 200,
  most: null,
  fields: [],
  ...more,
});
const FIELDS = [
  field("addressee"),
  field("meets_at", { type: "time" }),
  field("findings", {
    type: "group",
    many: true,
    fields: [field("rule"), field("at", { type: "time" })],
  }),
];

test("a fault's place is told in the words of the form, rows counted from one", () => {
  expect(titleOf(FIELDS, "findings.0.rule")).toBe("《findings》 1 《rule》");
  expect(titleOf(FIELDS, "addressee")).toBe("《addressee》");
  expect(titleOf(FIELDS, "something.new")).toBe("something.new");
});

test("moments go to the browser's field by the county's clock and come back with its zone", () => {
  const kept = {
    meets_at: "2026-03-10T02:00:00Z",
    findings: [{ at: "2026-03-10T10:05:00+08:00" }],
  };
  const inForm = shown(FIELDS, kept);
  expect(inForm).toEqual({ meets_at: "2026-03-10T10:00", findings: [{ at: "2026-03-10T10:05" }] });
  expect(sent(FIELDS, inForm)).toEqual({
    meets_at: "2026-03-10T10:00:00+08:00",
    findings: [{ at: "2026-03-10T10:05:00+08:00" }],
  });
});

test("what is emptied is sent as nothing, and what the form does not know is not sent", () => {
  expect(sent(FIELDS, { addressee: "", stranger: "x" })).toEqual({ addressee: null });
});
