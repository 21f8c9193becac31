import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { expect, test } from "vitest";
import type { RefusalCase } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as Page } from "./RefusalPage";
import { Component as List } from "./RefusalsPage";

const refusal: RefusalCase = {
  id: 5,
  version: 1,
  status: "filed",
  status_label: "待部门答复",
  department: "县水务局",
  village: "甲村",
  township: "吉雄镇",
  matter_id: null,
  demand: "每周报送照片台账",
  form: "chat",
  form_label: "工作群消息",
  demanded_on: "2026-11-18",
  reasons: ["R1", "R7"],
  explanation: "",
  filed_at: "2026-11-20T02:00:00Z",
  due_on: "2026-11-25",
  answer: "",
  answered_at: null,
  application_id: null,
  ruling: "",
  ruled_at: null,
};

function open(role: string, one: RefusalCase, actions: object[] = []) {
  countyAnswers(role);
  server.use(
    answers("/api/labels", {
      reason: [
        { value: "R1", label: "事项未经准入" },
        { value: "R7", label: "统计调查表缺少法定标志" },
      ],
      reason_basis: [
        { value: "R1", label: "《指导意见》第二部分" },
        { value: "R7", label: "《中华人民共和国统计法》第十七条" },
      ],
    }),
    answers("/api/refusals/5", one),
    answers("/api/refusals/5/actions", actions),
    answers("/api/refusals/5/history", []),
    answers("/api/applications", { items: [{ id: 7, title: "照片台账" }], total: 1 }),
  );
  return show(
    <Suspense>
      <Page />
    </Suspense>,
    { path: "/refusals/:id", address: "/refusals/5" },
  );
}

test("each reason is said in words with what it rests on", async () => {
  open("department_head", refusal);
  expect(await screen.findByText("R7 统计调查表缺少法定标志")).toBeTruthy();
  expect(screen.getByText("依据：《中华人民共和国统计法》第十七条")).toBeTruthy();
});

test("a village that does not wish to be named is not named", async () => {
  open("department_head", { ...refusal, village: "＊＊＊", township: "＊＊＊" });
  expect(await screen.findByText("村（社区）不愿公开名称")).toBeTruthy();
  expect(screen.queryByText(/＊/)).toBeNull();
});

test("the department answers in its own words, and may name its application", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/refusals/5/apply", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(refusal);
    }),
  );
  const { user } = open("department_head", refusal, [
    { name: "apply", label: "依程序申请准入", hindrance: null },
  ]);
  await user.click(await screen.findByTestId("step-apply"));
  await user.click(await screen.findByTestId("confirm-apply"));
  expect(await screen.findByText("请填写答复内容")).toBeTruthy();
  await user.type(screen.getByLabelText("答复内容"), "已补报申请");
  await user.click(screen.getByLabelText(/准入申请/));
  await user.click(await screen.findByTitle("照片台账"));
  await user.click(screen.getByTestId("confirm-apply"));
  await waitFor(() =>
    expect(sent).toMatchObject({ version: 1, answer: "已补报申请", application: 7 }),
  );
});

test("what was answered and ruled is read by both", async () => {
  open("social_work_head", {
    ...refusal,
    status: "upheld",
    status_label: "拒绝成立",
    answer: "属于职责范围",
    answered_at: "2026-11-21T02:00:00Z",
    ruling: "未经准入，不得下派",
    ruled_at: "2026-11-22T02:00:00Z",
  });
  expect(await screen.findByText("未经准入，不得下派")).toBeTruthy();
  expect(screen.getByText("属于职责范围")).toBeTruthy();
  expect(screen.getByText("社会工作部裁定")).toBeTruthy();
});

test("the county filters by department, a department has only its own", async () => {
  const list = (role: string) => {
    countyAnswers(role);
    server.use(answers("/api/refusals", { items: [], total: 0 }));
    show(
      <Suspense>
        <List />
      </Suspense>,
    );
  };
  list("social_work_head");
  expect(await screen.findByRole("combobox", { name: "提出要求的部门" })).toBeTruthy();
});
