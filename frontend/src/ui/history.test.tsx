import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { HistoryEntry } from "@/api/types";
import { Course, passed } from "./Course";
import { HistoryTimeline } from "./HistoryTimeline";

const entry = (at: string, reason: string, changes: HistoryEntry["changes"]): HistoryEntry => ({
  at,
  by: "演示经办员",
  role: "社会工作部经办员",
  organisation: "县委社会工作部",
  reason,
  changes,
});
const status = (old: string, now: string) => ({ field: "status", label: "状态", old, new: now });

const entries = [
  entry("2026-03-05T02:00:00Z", "申报", [status("退回补正", "已申报")]),
  entry("2026-03-04T02:00:00Z", "退回补正 缺依据", [status("已申报", "退回补正")]),
  entry("2026-03-03T02:00:00Z", "申报", [status("草拟", "已申报")]),
  entry("2026-03-02T02:00:00Z", "修改", [
    { field: "title", label: "事项名称", old: "甲", new: "" },
  ]),
  entry("2026-03-01T02:00:00Z", "起草", []),
];

test("the timeline tells who, in which role, when, why, and each field before and after", () => {
  render(<HistoryTimeline entries={entries} />);
  const rows = screen.getAllByRole("listitem");
  expect(rows).toHaveLength(5);
  const edit = within(rows[3] as HTMLElement);
  expect(edit.getByText("修改")).toBeTruthy();
  expect(edit.getByText(/2026年3月2日 10:00/).parentElement?.textContent).toContain(
    "演示经办员（社会工作部经办员）",
  );
  expect(edit.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["甲", "（空）"]);
});

test("the course shows each status once, at its latest date, and what is to come", () => {
  const past = passed(entries, "草拟");
  expect(past.map(({ label, at }) => [label, at?.slice(0, 10)])).toEqual([
    ["草拟", "2026-03-01"],
    ["退回补正", "2026-03-04"],
    ["已申报", "2026-03-05"],
  ]);
  render(<Course past={past} coming={["受理"]} />);
  expect(screen.getByText("已申报").closest("li")?.getAttribute("aria-current")).toBe("step");
});
