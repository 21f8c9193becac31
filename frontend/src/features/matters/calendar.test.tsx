import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { server } from "@/testing/server";
import { Component as Page } from "./CalendarPage";

beforeEach(() => vi.setSystemTime(new Date("2026-11-22T02:00:00Z")));
afterEach(() => vi.useRealTimers());

const item = (id: number, title: string) => ({
  id,
  code: `SX-${id}`,
  title,
  department: "县水务局",
  status: "in_force",
  status_label: "生效",
});

test("what ends and what is due for review is said in words, month by month", async () => {
  const asked: string[] = [];
  countyAnswers();
  server.use(
    http.get("*/api/expiries", ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json([
        { on: "2026-11-30", kind: "ends", label: "", count: 23, items: [item(1, "河道清漂")] },
        { on: "2026-11-30", kind: "review", label: "", count: 1, items: [item(2, "防火巡查")] },
      ]);
    }),
  );
  const { user, router } = show(<Page />, { address: "/?view=list" });
  expect(await screen.findByText("到期退出（23 项）")).toBeTruthy();
  expect(screen.getByRole("link", { name: "查看全部 23 项" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "年度复核" }));
  expect(screen.queryByText("到期退出（23 项）")).toBeNull();
  expect(screen.getByRole("link", { name: "防火巡查" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "下个月" }));
  expect(router.state.location.search).toContain("month=2026-12");
  await screen.findByRole("heading", { name: "2026年12月" });
  expect(asked).toEqual([
    "?from_on=2026-11-01&to_on=2026-11-30",
    "?from_on=2026-12-01&to_on=2026-12-31",
  ]);
});
