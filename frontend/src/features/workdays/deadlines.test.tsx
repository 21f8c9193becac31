import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import type { Clock } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { clock } from "@/testing/samples";
import { answers, server } from "@/testing/server";
import { Component as Page } from "./DeadlinesPage";

const clockOf = (id: number, title: string, more: Partial<Clock>): Clock => ({
  ...clock,
  id,
  subject_id: id,
  title,
  ...more,
});

test("deadlines say what is left, why they stand still, and what is wrong with them", async () => {
  countyAnswers();
  server.use(
    answers("/api/clocks/mine", {
      total: 3,
      items: [
        clockOf(1, "甲事项", { left: -2, overdue: true }),
        clockOf(2, "乙事项", {
          paused: true,
          due_on: null,
          pauses: [{ reason: "committee", label: "等待会议", from_on: "2026-11-17", to_on: null }],
        }),
        clockOf(3, "丙事项", { left: null, due_on: null, warning: "2027年工作日历尚未录入" }),
      ],
    }),
  );
  show(<Page />);
  expect(await screen.findByText("已超期 2 个工作日")).toBeTruthy();
  expect(screen.getByRole("region", { name: "已超期" })).toBeTruthy();
  expect(screen.getByText("自 2026年11月17日起暂停：等待会议")).toBeTruthy();
  expect(screen.getByText("2027年工作日历尚未录入")).toBeTruthy();
  expect(screen.getByRole("link", { name: "甲事项" }).getAttribute("href")).toBe("/applications/1");
});

test("a calendar link is made when it is asked for, and can be copied", async () => {
  countyAnswers();
  server.use(
    answers("/api/clocks/mine", { total: 0, items: [] }),
    http.post("*/api/clocks/feed", () =>
      HttpResponse.json({ path: "/ical/abc.ics" }, { status: 201 }),
    ),
  );
  const { user } = show(<Page />);
  expect(await screen.findByText("目前没有由您办理的期限")).toBeTruthy();
  await user.click(screen.getByTestId("feed"));
  const link = await screen.findByLabelText<HTMLInputElement>("订阅链接");
  expect(link.value).toMatch(/^http.*\/ical\/abc\.ics$/);
  await user.click(screen.getByRole("button", { name: /复制/ }));
  expect(await screen.findByText("链接已复制")).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(link.value);
});
