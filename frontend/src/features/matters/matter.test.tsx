import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Matter } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { matter, relative, voice } from "@/testing/matter";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as Page } from "./MatterPage";

beforeEach(() => vi.setSystemTime(new Date("2026-11-22T02:00:00Z")));
afterEach(() => vi.useRealTimers());

function open(role: string, one: Matter, actions: object[] = []) {
  countyAnswers(role);
  server.use(
    answers("/api/labels", {
      verdict: [{ value: "keep", label: "继续保留" }],
      ground: [{ value: "done", label: "工作已完成" }],
    }),
    answers("/api/matters/3", one),
    answers("/api/matters/3/actions", actions),
    answers("/api/matters/3/history", []),
    answers("/api/matters/3/commitments", []),
    answers("/api/matters/3/progress", {
      townships: 1,
      townships_done: 1,
      villages: 2,
      notified: 2,
      confirmed: 0,
      rows: [],
    }),
    answers("/api/configuration", {
      settings: { review_window_from: "11-01", review_window_to: "12-31" },
    }),
  );
  return show(
    <Suspense>
      <Page />
    </Suspense>,
    { path: "/matters/:id", address: "/matters/3" },
  );
}

test("from what it came is read with its kind, and leads there", async () => {
  open("auditor", { ...matter, predecessors: [relative(1, "甲事项", "合并")] });
  const before = await screen.findByRole("list", { name: "来自这些事项" });
  expect(within(before).getByText("合并")).toBeTruthy();
  expect(within(before).getByRole("link", { name: "甲事项" }).getAttribute("href")).toBe(
    "/matters/1",
  );
});

test("the generation before is fetched when it is opened, by keyboard too", async () => {
  server.use(
    answers("/api/matters/1", { ...matter, id: 1, predecessors: [relative(9, "更早的", "拆分")] }),
  );
  const { user } = open("auditor", { ...matter, predecessors: [relative(1, "甲事项", "合并")] });
  const summary = await screen.findByText("再往前");
  expect(screen.queryByText("更早的")).toBeNull();
  await user.click(summary);
  expect(await screen.findByRole("link", { name: "更早的" })).toBeTruthy();
});

test("a legacy matter is written off with a reason; what follows is said before", async () => {
  const legacy = { ...matter, legacy: true, status: "legacy", status_label: "存量，待重新准入" };
  const action = { name: "write_off", label: "核销存量事项", hindrance: null };
  const { user } = open("social_work_head", legacy, [action]);
  let sent: unknown;
  server.use(
    http.post("*/api/matters/3/write_off", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ ...legacy, status: "written_off" });
    }),
  );
  await user.click(await screen.findByTestId("step-write_off"));
  const asked = within(await screen.findByRole("dialog"));
  expect(asked.getByText(/不再承担/)).toBeTruthy();
  await user.click(screen.getByTestId("confirm-write_off"));
  expect(await asked.findByText("请填写说明")).toBeTruthy();
  await user.type(asked.getByLabelText("说明"), "登记有误");
  await user.click(screen.getByTestId("confirm-write_off"));
  await waitFor(() => expect(sent).toMatchObject({ remark: "登记有误" }));
});

const leaving: Matter = {
  ...matter,
  status: "withdrawing",
  status_label: "待制发撤销文书",
  withdrawal_ground_label: "工作已完成",
  withdrawal_reasons: "工程已完工",
  objections_until: "2026-11-27",
  objections: [
    voice(1, "吉雄镇 甲村"),
    voice(2, "吉雄镇 乙村", {
      position: "objection",
      position_label: "不同意",
      text: "还没完工",
      answered_at: "2026-11-21T02:00:00Z",
    }),
  ],
};

test("objections stand first, and the office answers there; an empty answer is not sent", async () => {
  const sent: unknown[] = [];
  server.use(
    http.post("*/api/opinions/2/reply", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  const { user } = open("social_work_clerk", leaving);
  expect(await screen.findByText(/已答复 1 \/ 2/)).toBeTruthy();
  const [first] = screen.getAllByText(/吉雄镇/, { selector: "strong" });
  expect(first?.textContent).toBe("吉雄镇 乙村");
  await user.click(screen.getByRole("button", { name: "答复" }));
  expect(await screen.findByText(/请填写对“吉雄镇 乙村”意见的答复/)).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(screen.getByLabelText(/意见的答复/), "月底完工");
  await user.click(screen.getByRole("button", { name: "答复" }));
  await waitFor(() => expect(sent).toEqual([{ reply: "月底完工" }]));
});

test("a department reads the objections and answers none", async () => {
  open("department_head", leaving);
  expect(await screen.findByText("还没完工")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "答复" })).toBeNull();
});

test("the head of the department confirms the year within the window", async () => {
  const sent: unknown[] = [];
  server.use(
    http.post("*/api/matters/3/confirm_year", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(matter);
    }),
  );
  const { user } = open("department_head", matter);
  await user.click(await screen.findByTestId("confirm-year"));
  await user.click(await screen.findByLabelText("继续保留"));
  await user.click(screen.getByTestId("confirm-confirm_year"));
  await waitFor(() => expect(sent).toEqual([expect.objectContaining({ verdict: "keep" })]));
});

test("outside the window the button says when the window is, and does nothing", async () => {
  vi.setSystemTime(new Date("2026-06-01T02:00:00Z"));
  const { user } = open("department_head", matter);
  const button = await screen.findByTestId("confirm-year");
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await user.click(button);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByText(/尚未开始/)).toBeTruthy();
});

test("nobody but that head is offered the confirmation", async () => {
  open("social_work_head", matter);
  expect(await screen.findByText(/年度复核期为/)).toBeTruthy();
  expect(screen.queryByTestId("confirm-year")).toBeNull();
});

test("ordering a withdrawal asks for its ground and reasons, and shows a fault at its field", async () => {
  server.use(
    http.post("*/api/matters/3/order_withdrawal", () =>
      problem(422, "invalid", "请改正标出的各项", {
        errors: [{ field: "reasons", detail: "至少 1 个字" }],
      }),
    ),
  );
  const { user } = open("social_work_head", matter, [
    { name: "order_withdrawal", label: "提出撤销", hindrance: null },
  ]);
  await user.click(await screen.findByTestId("step-order_withdrawal"));
  await user.click(await screen.findByTestId("confirm-order_withdrawal"));
  expect(await screen.findByText("请填写退出情形")).toBeTruthy();
  await user.click(screen.getByLabelText("退出情形"));
  await user.click(await screen.findByTitle("工作已完成"));
  await user.type(screen.getByLabelText("理由"), "完工");
  await user.click(screen.getByTestId("confirm-order_withdrawal"));
  expect(await screen.findByText("至少 1 个字")).toBeTruthy();
});
