import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import type { Application, Opinion } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { application, clock } from "@/testing/samples";
import { answers, server } from "@/testing/server";
import { Component as Page } from "./ApplicationPage";

function open(more: Partial<Application>, opinions: Partial<Opinion>[] = [], role = "leader") {
  countyAnswers(role);
  const filed = { ...application, editable: false, ...more };
  server.use(
    answers("/api/applications/7", filed),
    answers("/api/applications/7/history", []),
    answers("/api/applications/7/actions", []),
    answers("/api/applications/7/similar", []),
    answers("/api/applications/7/hits", []),
    answers(
      "/api/applications/7/opinions",
      opinions.map((one, index) => ({ ...silent, id: index + 1, ...one })),
    ),
  );
  return show(<Page />, { path: "/applications/:id", address: "/applications/7" });
}

const silent: Partial<Opinion> = {
  who: "吉雄镇 甲村",
  party_label: "村（社区）",
  position: "",
  position_label: "",
  text: "",
  due_on: null,
  answered_at: null,
  silent: false,
  reply: "",
};

test("a running limit says when it is due, what is left and who must act; what is over is folded away", async () => {
  const over = { ...clock, id: 2, name: "form_check", label: "形式审查", met_on: "2026-11-20" };
  open({ status: "accepted", clocks: [clock, over] });
  const running = within(await screen.findByTestId("clock-first_review"));
  expect(running.getByText("还有 2 个工作日")).toBeTruthy();
  expect(running.getByText("2026年11月25日前")).toBeTruthy();
  expect(running.getByText(/社会工作部经办员/)).toBeTruthy();
  expect(screen.queryByTestId("clock-form_check")).toBeNull();
  expect(screen.getByText("已完成的时限（1）")).toBeTruthy();
});

test("what the one correction notice listed stays in sight, also when it is filed again", async () => {
  open({ status: "submitted", corrections: 1, defects: ["请补充完成标准"] });
  const defects = within(await screen.findByTestId("defects"));
  expect(defects.getByText("请补充完成标准")).toBeTruthy();
});

test("all that a split brought into being is shown, each with its own status", async () => {
  const parts = [1, 2].map((id) => ({
    id,
    code: `540522-SX-0001-${id}`,
    title: `事项${id}`,
    status: id === 1 ? "in_force" : "suspended",
    status_label: id === 1 ? "生效" : "暂停",
  }));
  open({ status: "issued", matters: parts });
  for (const { id, code, status_label } of parts) {
    const link = await screen.findByRole("link", { name: code });
    expect(link.getAttribute("href")).toBe(`/matters/${id}`);
    expect(link.closest("li")?.textContent).toContain(status_label);
  }
});

test("a pause is told with its reason, a missing calendar with a loud warning", async () => {
  const pauses = [{ reason: "committee", label: "等待会议", from_on: "2026-11-21", to_on: null }];
  const total = { ...clock, name: "total", label: "办理总时限", due_on: null, left: 9, pauses };
  const undated = { ...clock, id: 3, due_on: null, left: null, warning: "2027年工作日历尚未录入" };
  open({ status: "at_committee", clocks: [{ ...total, paused: true }, undated] });
  expect(await screen.findByText("暂停计时，剩余 9 个工作日")).toBeTruthy();
  expect(screen.getByText("等待会议：自 2026年11月21日起")).toBeTruthy();
  expect(screen.getByText("工作日历未录入")).toBeTruthy();
  expect(screen.getByText("2027年工作日历尚未录入")).toBeTruthy();
});

test("opinions stand side by side: reviews, recommendation, endorsement and decision", async () => {
  const aspects = ["合法性", "可行性", "合理性"];
  open({
    status: "deferred",
    first_review: { opinion: "材料齐全", similar: [], reviewer: "甲" },
    findings: aspects.map((aspect_label, index) => ({
      aspect: `a${index}`,
      aspect_label,
      favourable: index > 0,
      opinion: `${aspect_label}如何`,
      reviewer: "乙",
    })),
    recommendation: "建议同意",
    endorsements: [
      {
        body: "leader",
        body_label: "分管县领导",
        reference: "批1",
        given_on: "2026-11-20",
        opinion: "同意",
      },
    ],
    decision: {
      body: "committee",
      body_label: "县委常委会",
      outcome: "deferred",
      outcome_label: "暂缓",
      resolution_number: "5号",
      meeting_on: "2026-11-21",
      meeting_id: null,
      reasons: "待条件成熟",
      conditions: [],
      resubmit_on: "2027-03-01",
      merged_into_id: null,
    },
  });
  const cards = within(await screen.findByTestId("opinions"));
  const titles = cards.getAllByRole("heading", { level: 3 }).map((one) => one.textContent);
  expect(titles).toEqual([
    "初审意见 ",
    "复审：合法性 不通过",
    "复审：可行性 通过",
    "复审：合理性 通过",
    "提请意见 ",
    "签批：分管县领导 ",
    "决定：县委常委会 暂缓",
  ]);
  expect(cards.getByText("2027年3月1日")).toBeTruthy();
});

test("the board puts open objections first, and the office replies where they stand", async () => {
  let reply: unknown;
  const { user } = open(
    { status: "first_reviewed" },
    [
      { position: "support", position_label: "同意", answered_at: "2026-11-20T02:00:00Z" },
      { who: "县财政局", party_label: "财政部门", due_on: null },
      {
        who: "吉雄镇 乙村",
        position: "objection",
        position_label: "不同意",
        text: "人手不足",
        answered_at: "2026-11-20T02:00:00Z",
      },
      { silent: true, position: "no_objection", answered_at: "2026-11-22T02:00:00Z" },
    ],
    "social_work_clerk",
  );
  server.use(
    http.post("*/api/opinions/3/reply", async ({ request }) => {
      reply = await request.json();
      return HttpResponse.json({});
    }),
  );
  const board = within(await screen.findByTestId("board"));
  const order = board.getAllByRole("listitem").map((one) => one.dataset.testid);
  expect(order).toEqual(["opinion-3", "opinion-2", "opinion-1", "opinion-4"]);
  expect(screen.getByText("1 条不同意见待答复", { exact: false })).toBeTruthy();
  expect(within(board.getByTestId("opinion-4")).getByText("逾期未答复，视为无异议")).toBeTruthy();
  await user.type(board.getByLabelText("对“吉雄镇 乙村”意见的答复"), "已减少频次");
  await user.click(board.getByRole("button", { name: "答复" }));
  await screen.findByText("答复已记录");
  expect(reply).toEqual({ reply: "已减少频次" });
});

test("nobody but the office is offered a reply", async () => {
  const objection = { position: "objection", position_label: "不同意", text: "人手不足" };
  open({ status: "first_reviewed" }, [{ ...objection, answered_at: "2026-11-20T02:00:00Z" }]);
  await screen.findByText("人手不足");
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("what the words come near, and what is alike, is shown with answers and likeness", async () => {
  open({ status: "issued" });
  server.use(
    answers("/api/applications/7/similar", [
      {
        id: 21,
        code: "SX-21",
        title: "防汛巡查",
        department: "县水利局",
        status: "in_force",
        status_label: "生效",
        score: 0.62,
      },
    ]),
    answers("/api/applications/7/hits", [
      { id: 31, code: "FM-07", title: "安全生产责任主体", answer: "只是入户说明" },
    ]),
  );
  expect(await screen.findByText(/名称相似度 62%/)).toBeTruthy();
  expect(await screen.findByText("只是入户说明")).toBeTruthy();
});
