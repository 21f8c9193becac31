import { expect, test } from "vitest";
import { counted, photographed } from "@/testing/contracting";
import { faultOf } from "./majority";
import { bodyFor } from "./period-steps";
import { bodyOf, dayFault, draftOf, emptyDraft } from "./record";

test("a resolution holds with more than half there, and more than half of those in favour", () => {
  expect(faultOf("present", { total: 40, present: 21 })).toBeNull();
  expect(faultOf("present", { total: 40, present: 20 })).toBe("noQuorum");
  expect(faultOf("present", { total: 40, present: 41 })).toBe("more");
  expect(faultOf("in_favour", { present: 21, in_favour: 11 })).toBeNull();
  expect(faultOf("in_favour", { present: 20, in_favour: 10 })).toBe("noMajority");
  expect(faultOf("in_favour", { present: 20, in_favour: 21 })).toBe("favourMore");
  expect(faultOf("total", { total: 1.5 })).toBe("whole");
  expect(faultOf("present", { present: 20 })).toBeNull();
});

test("a record says how much only where its clause counts", () => {
  const draft = { ...emptyDraft(1), done_on: "2026-03-02", quantity: "2.5", place: " 塘边 " };
  expect(bodyOf(draft, counted, true)).toEqual({
    clause: 1,
    done_on: "2026-03-02",
    quantity: "2.50",
    place: "塘边",
    note: "",
    submit: true,
  });
  expect(bodyOf(draft, photographed, false)).toMatchObject({ quantity: null, submit: false });
  expect(draftOf(bodyOf(draft, counted, true))).toMatchObject({ quantity: "2.50", place: "塘边" });
});

test("a day after today or outside the term is told before it is sent", () => {
  const term = { from: "2026-01-01", to: "2026-12-31" };
  expect(dayFault("2026-03-02", term, "2026-03-02")).toBeNull();
  expect(dayFault("2026-03-03", term, "2026-03-02")).toBe("future");
  expect(dayFault("2025-12-31", term, "2026-03-02")).toBe("outside");
  expect(dayFault("2026-03-02", { from: null, to: null }, "2026-03-02")).toBeNull();
});

test("of a defence only the clauses are sent to which something was written", () => {
  expect(bodyFor("defend", { cases: { 1: " 有两次没有登记 ", 2: "  " } })).toEqual({
    items: [{ clause: 1, text: "有两次没有登记" }],
  });
  expect(bodyFor("agree", { remark: "好" })).toEqual({ remark: "好" });
});
