import { screen, waitFor } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { question, townshipAnswers } from "@/testing/township";
import { Component as ConsultationPage } from "./ConsultationPage";

let bodies: unknown[];

beforeEach(() => {
  townshipAnswers();
  bodies = [];
  server.use(
    answers("/api/consultations/12", question),
    http.post("*/api/consultations/12/answer", async ({ request }) => {
      bodies.push(await request.json());
      await delay(30);
      return HttpResponse.json({ ...question, position: "support", may_answer: false });
    }),
  );
});

const open = () =>
  show(
    <Suspense>
      <ConsultationPage />
    </Suspense>,
    { path: "/consultations/:id", address: "/consultations/12" },
  );

test("the question is put in plain words: who, what, how often, how much work and money, until when", async () => {
  open();
  expect(
    await screen.findByText("县水利局申请让“汛期巡查”进入村（社区），您的意见是？"),
  ).toBeTruthy();
  for (const words of ["2.0 人日", "¥3,600.00", "还有 5 个工作日"]) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  expect(screen.queryByText("多久做一次")).toBeNull();
});

test("one tap agrees, and only once", async () => {
  const { user, router } = open();
  await user.dblClick(await screen.findByTestId("answer-support"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/consultations"));
  expect(bodies).toEqual([{ position: "support", text: "" }]);
});

test("an objection says why, at its field", async () => {
  const { user } = open();
  await user.click(await screen.findByTestId("answer-objection"));
  const text = screen.getByLabelText("想说的话");
  expect(screen.getByRole("alert").textContent).toBe("不同意的，请写明理由");
  expect(text.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(text);
  expect(bodies).toEqual([]);
  await user.type(text, "人手不足");
  await user.click(screen.getByTestId("answer-objection"));
  await waitFor(() => expect(bodies).toEqual([{ position: "objection", text: "人手不足" }]));
});

test("what is typed is kept when the line is lost, and the server's word stands at the field", async () => {
  server.use(http.post("*/api/consultations/12/answer", () => HttpResponse.error()));
  const { user } = open();
  await user.type(await screen.findByLabelText("想说的话"), "人手不足");
  await user.click(screen.getByTestId("answer-objection"));
  expect(await screen.findByText("网络连接已断开，请检查网络后重试")).toBeTruthy();
  expect(JSON.stringify(localStorage)).toContain("人手不足");
  server.use(
    http.post("*/api/consultations/12/answer", () =>
      problem(422, "invalid", "请改正标出的各项", {
        errors: [{ field: "text", detail: "请勿填写手机号码" }],
      }),
    ),
  );
  await user.click(screen.getByTestId("answer-objection"));
  expect(await screen.findByText("请勿填写手机号码")).toBeTruthy();
});

test("what is answered shows the answer and the office's reply, and nothing to press", async () => {
  server.use(
    answers("/api/consultations/12", {
      ...question,
      may_answer: false,
      position: "objection",
      position_label: "不同意",
      text: "人手不足",
      answered_at: "2026-11-21T02:00:00Z",
      reply: "已压减频次",
    }),
  );
  open();
  expect((await screen.findByTestId("given")).textContent).toContain("已压减频次");
  expect(screen.queryByTestId("answer-support")).toBeNull();
});
