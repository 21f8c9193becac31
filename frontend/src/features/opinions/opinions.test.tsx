import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import type { OpinionAsked } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { voice } from "@/testing/matter";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as Page } from "./OpinionsPage";
import { inTurn } from "./turns";

const asked = (id: number, title: string, more: Partial<OpinionAsked> = {}): OpinionAsked => ({
  ...voice(id, "县农业农村局"),
  title,
  brief: { department: "县水务局", village_duty: "协助抄表", kind: "admit" },
  application_id: 7,
  matter_id: null,
  ...more,
});

function open(rows: OpinionAsked[], address = "/opinions") {
  countyAnswers("department_clerk");
  server.use(
    answers("/api/labels", {
      kind: [{ value: "admit", label: "新增准入" }],
      position: [
        { value: "no_objection", label: "无异议" },
        { value: "objection", label: "不同意" },
      ],
    }),
    answers("/api/opinions/mine", rows),
  );
  return show(<Page />, { path: address.includes("/9") ? "/opinions/:id" : "*", address });
}

test("what is due first is asked first; what was answered comes after", () => {
  const { open: unanswered, answered } = inTurn([
    asked(1, "甲", { due_on: null }),
    asked(2, "乙", { due_on: "2026-12-01" }),
    asked(3, "丙", { due_on: "2026-11-24" }),
    asked(4, "丁", { answered_at: "2026-11-01T00:00:00Z", position: "support" }),
  ]);
  expect(unanswered.map(({ id }) => id)).toEqual([3, 2, 1]);
  expect(answered.map(({ id }) => id)).toEqual([4]);
});

test("an objection must say why, any other position need not", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/opinions/9/answer", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({});
    }),
  );
  const { user } = open([asked(8, "甲事项"), asked(9, "乙事项")], "/opinions/9");
  const card = within(await screen.findByTestId("opinion-9"));
  expect(card.getByText("协助抄表")).toBeTruthy();
  await user.click(await card.findByLabelText("不同意"));
  await user.click(card.getByTestId("send-9"));
  expect(await card.findByText("请填写具体意见")).toBeTruthy();
  expect(sent).toBeUndefined();
  await user.click(card.getByLabelText("无异议"));
  await user.click(card.getByTestId("send-9"));
  await waitFor(() => expect(sent).toEqual({ position: "no_objection", text: "" }));
});

test("the server's refusal stands at the words", async () => {
  server.use(
    http.post("*/api/opinions/9/answer", () => problem(409, "answered", "该意见已答复，不能更改")),
  );
  const { user } = open([asked(9, "乙事项")], "/opinions/9");
  const card = within(await screen.findByTestId("opinion-9"));
  await user.click(await card.findByLabelText("无异议"));
  await user.click(card.getByTestId("send-9"));
  expect(await card.findByText("该意见已答复，不能更改")).toBeTruthy();
});

test("silence is shown as what it counts for", async () => {
  open([
    asked(4, "丁事项", {
      answered_at: "2026-11-01T00:00:00Z",
      position: "no_objection",
      position_label: "无异议",
      silent: true,
    }),
  ]);
  expect(await screen.findByText("逾期未答复，视为无异议")).toBeTruthy();
  expect(screen.getByText("没有待答复的征求意见")).toBeTruthy();
});
