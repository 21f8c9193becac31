import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { townshipAnswers } from "@/testing/township";
import { instantOf, isFuture, isLate, wallClock } from "./entered";
import { Component as ReportFormPage } from "./ReportFormPage";
import { Component as ReportPage } from "./ReportPage";

const NOW = new Date("2026-11-22T10:00:00Z");

beforeEach(() => townshipAnswers("township_officer"));

test("times are Beijing's, wherever the machine stands", () => {
  expect(wallClock(NOW)).toBe("2026-11-22T18:00");
  expect(instantOf("2026-11-22T18:00")).toBe("2026-11-22T18:00:00+08:00");
  expect([isLate("2026-11-21T18:00", NOW), isLate("2026-11-21T17:59", NOW)]).toEqual([false, true]);
  expect([isFuture("2026-11-22T18:01", NOW), isFuture("", NOW)]).toEqual([true, false]);
});

test("a report that comes late asks why, and is told at the fields that are missing", async () => {
  const { user } = show(
    <Suspense>
      <ReportFormPage />
    </Suspense>,
  );
  const entered = await screen.findByLabelText("先行进入时间");
  expect(screen.queryByLabelText("逾时登记的理由")).toBeNull();
  await user.clear(entered);
  await user.type(entered, "2026-01-05T08:00");
  expect(await screen.findByLabelText("逾时登记的理由")).toBeTruthy();
  await user.click(screen.getByTestId("report-send"));
  expect(await screen.findByText("已超过进入后 24 小时，请说明理由")).toBeTruthy();
  expect(screen.getByText("请填写责任部门")).toBeTruthy();
  expect(screen.getByText("请填写涉及的村（社区）")).toBeTruthy();
});

test("a whole report is sent once, in Beijing's time, under a key of its own", async () => {
  const sent: { key: string | null; body: Record<string, unknown> }[] = [];
  server.use(
    http.post("*/api/urgent-reports", async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>;
      sent.push({ key: request.headers.get("Idempotency-Key"), body });
      return HttpResponse.json({ id: 3 }, { status: 201 });
    }),
  );
  const { user, router } = show(
    <Suspense>
      <ReportFormPage />
    </Suspense>,
    { path: "/urgent/new", address: "/urgent/new" },
  );
  for (const [label, choice] of [
    ["责任部门", "县水利局"],
    ["紧急情形", "自然灾害"],
  ] as const) {
    await user.click(await screen.findByLabelText(label));
    await user.click(await screen.findByTitle(choice));
  }
  await user.type(screen.getByLabelText("事项名称"), "抗旱送水");
  await user.type(screen.getByLabelText("村（社区）要做的"), "安排人手");
  await user.click(await screen.findByLabelText("岗堆村"));
  await user.dblClick(screen.getByTestId("report-send"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/urgent/3"));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[0]?.body).toMatchObject({
    department: 4,
    title: "抗旱送水",
    ground: "natural_disaster",
    village_duty: "安排人手",
    late_reason: "",
    scope: ["540522103201"],
  });
  expect(sent[0]?.body.entered_at).toMatch(/:00\+08:00$/);
});

test("a report says how far it has come and the number of its provisional paper", async () => {
  const report = {
    id: 3,
    department: "县水利局",
    title: "抗旱送水",
    ground: "natural_disaster",
    ground_label: "自然灾害",
    entered_at: "2026-11-22T02:00:00Z",
    late_reason: "",
    village_duty: "安排人手",
    scope: ["540522103201"],
    reported_at: "2026-11-22T03:00:00Z",
    status: "done",
    status_label: "已登记",
    reason: "",
    document_number: "演社工临〔2026〕1号",
  };
  server.use(
    answers("/api/urgent-reports/3", report),
    http.get("*/api/documents", () => HttpResponse.json({ items: [], total: 0 })),
  );
  show(
    <Suspense>
      <ReportPage />
    </Suspense>,
    { path: "/urgent/:id", address: "/urgent/3" },
  );
  expect((await screen.findByTestId("report-state")).textContent).toContain("演社工临〔2026〕1号");
  await waitFor(() => expect(screen.getByText("岗堆村")).toBeTruthy());
});
