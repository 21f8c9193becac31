import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countyAnswers, FORMS } from "@/testing/county";
import { matter } from "@/testing/matter";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { instantOf, isFuture, isLate, nowLocal } from "./entered";
import { Component as Page } from "./UrgentPage";

const NOW = new Date("2026-11-22T02:00:00Z");

beforeEach(() => {
  vi.setSystemTime(NOW);
  countyAnswers();
  server.use(
    answers("/api/configuration/forms", {
      ...FORMS,
      grounds: [{ value: "natural_disaster", label: "自然灾害" }],
    }),
    answers("/api/configuration", {
      settings: {
        urgent: {
          registration_hours: 24,
          application_days: 5,
          decision_days: 10,
          max_calendar_days: 30,
        },
      },
    }),
  );
});
afterEach(() => vi.useRealTimers());

test("times are typed and sent as Beijing's, wherever the machine stands", () => {
  expect(nowLocal(NOW)).toBe("2026-11-22T10:00");
  expect(instantOf("2026-11-22T08:30")).toBe("2026-11-22T08:30:00+08:00");
});

test("an entry is late only after the hours that the county has set", () => {
  expect(isLate("2026-11-21T10:00", 24, NOW)).toBe(false);
  expect(isLate("2026-11-21T09:59", 24, NOW)).toBe(true);
  expect(isLate("", 24, NOW)).toBe(false);
  expect(isFuture("2026-11-22T10:01", NOW)).toBe(true);
});

async function fill(user: ReturnType<typeof show>["user"]) {
  await user.type(await screen.findByLabelText("事项名称"), "强降雪排查");
  await user.click(await screen.findByLabelText("紧急情形"));
  await user.click(await screen.findByTitle("自然灾害"));
  await user.type(screen.getByLabelText("请村（社区）做什么"), "清点受困群众");
  await user.type(screen.getByLabelText("联系人"), "值班员");
  await user.type(screen.getByLabelText("联系电话"), "0893-0000000");
  await user.click(await screen.findByLabelText("选择全县所有村（社区）"));
  await user.click(screen.getByLabelText(/不涉及国家秘密/));
}

test("a late entry says why, goes out once, and its provisional paper is shown", async () => {
  const sent: { body: unknown; key: string | null }[] = [];
  server.use(
    http.post("*/api/urgent-entries", async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get("Idempotency-Key") });
      if (sent.length === 1) return HttpResponse.error();
      const paper = {
        id: 2,
        number: "演急〔2026〕1号",
        code: "c",
        title: "登记单",
        kind: "provisional",
        kind_label: "先行进入登记单",
        status: "valid",
        status_label: "有效",
      };
      return HttpResponse.json({ ...matter, papers: [paper] }, { status: 201 });
    }),
  );
  const { user } = show(<Page />);
  await fill(user);
  const entered = screen.getByLabelText(/先行进入时间/);
  await user.clear(entered);
  await user.type(entered, "2026-11-20T08:30");
  await user.click(screen.getByTestId("register-urgent"));
  expect(await screen.findByText("请填写逾时登记的理由")).toBeTruthy();
  expect(sent).toHaveLength(0);
  await user.type(screen.getByLabelText("逾时登记的理由"), "道路中断");
  await user.click(screen.getByTestId("register-urgent"));
  // The line broke: what was typed is still there, and the second try is the same entry.
  expect(await screen.findByText(/网络连接已断开/)).toBeTruthy();
  await user.click(screen.getByTestId("register-urgent"));
  expect(await screen.findByText("已登记：540522-SX-0003")).toBeTruthy();
  expect(screen.getByRole("link", { name: "演急〔2026〕1号" })).toBeTruthy();
  expect(sent[0]?.key).toBe(sent[1]?.key);
  expect(sent[1]?.body).toMatchObject({
    urgent_ground: "natural_disaster",
    entered_at: "2026-11-20T08:30:00+08:00",
    late_reason: "道路中断",
    not_secret: true,
    scope: ["540522100201", "540522101201"],
  });
});

test("the server's fault of the time stands at the time", async () => {
  server.use(
    http.post("*/api/urgent-entries", () =>
      problem(409, "entered_at", "先行进入时间不能晚于现在", { field: "entered_at" }),
    ),
  );
  const { user } = show(<Page />);
  await fill(user);
  await user.click(screen.getByTestId("register-urgent"));
  await waitFor(() => expect(screen.getAllByText("先行进入时间不能晚于现在")).toHaveLength(2));
});
