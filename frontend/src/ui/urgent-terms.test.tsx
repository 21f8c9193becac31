import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Clock } from "@/api/types";
import { UrgentTerms } from "./UrgentTerms";
import { place, termsOf } from "./urgent-terms";

const clock = (name: string, more: Partial<Clock>): Clock =>
  ({
    name,
    due_on: "2026-11-27",
    met_on: null,
    left: 4,
    unit: "working",
    unit_label: "工作日",
    limit: 5,
    ...more,
  }) as Clock;

test("the four days of an urgent entry come from its clocks, in Beijing's days", () => {
  const terms = termsOf("2026-11-21T17:00:00Z", [clock("urgent_application", {})], "2026-12-22");
  expect(terms.map(({ name, on, left }) => [name, on, left])).toEqual([
    ["entered", "2026-11-22", null],
    ["application", "2026-11-27", 4],
    ["decision", null, null],
    ["end", "2026-12-22", null],
  ]);
});

test("what was met has nothing left", () => {
  const [, application] = termsOf(
    "2026-11-21T17:00:00Z",
    [clock("urgent_application", { met_on: "2026-11-24" })],
    null,
  );
  expect(application).toMatchObject({ met: true, left: null });
});

test("days lie on the line between entry and latest end", () => {
  expect(place("2026-11-22", "2026-11-22", "2026-12-22")).toBe(0);
  expect(place("2026-12-07", "2026-11-22", "2026-12-22")).toBe(50);
  expect(place("2027-01-07", "2026-11-22", "2026-12-22")).toBe(100);
});

test("the picture is told in words: what is done, what is left, what follows what", () => {
  render(
    <UrgentTerms
      enteredAt="2026-11-21T17:00:00Z"
      clocks={[clock("urgent_application", {})]}
      endsOn="2026-12-22"
      decisionDays={10}
    />,
  );
  const items = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(items).toHaveLength(4);
  expect(items[1]).toContain("还有 4 个工作日");
  expect(items[2]).toContain("补报申请后 10 个工作日");
  expect(within(screen.getByRole("figure")).getByText("最长期限")).toBeTruthy();
});
