import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { assessed, contractingAnswers } from "@/testing/contracting";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as PeriodPage } from "./PeriodPage";

let sent: { act: string; body: unknown }[];

const note =
  (act: string) =>
  async ({ request }: { request: Request }) => {
    sent.push({ act, body: await request.json() });
    return HttpResponse.json({});
  };
const step = (name: string, label: string) => ({ name, label, hindrance: null });

beforeEach(() => {
  contractingAnswers();
  sent = [];
  server.use(
    answers("/api/periods/80", assessed),
    http.post("*/api/periods/80/defend", note("defend")),
    http.post("*/api/periods/80/countersign", note("countersign")),
    http.post("*/api/periods/80/propose", note("propose")),
    http.put("*/api/periods/80/verdicts", note("verdicts")),
  );
});

const open = () =>
  show(<PeriodPage />, {
    path: "/contracts/:id/periods/:period",
    address: `/contracts/${assessed.contract_id}/periods/80`,
  });

test("a village states its case clause by clause, within the days that are left", async () => {
  server.use(answers("/api/periods/80/actions", [step("defend", "提出申辩")]));
  const { user } = open();
  const standing = await screen.findByTestId("standing");
  expect(within(standing).getByText("还有 3 个工作日")).toBeTruthy();
  await user.click(await screen.findByTestId("step-defend"));
  const dialog = await screen.findByRole("dialog");
  await user.click(screen.getByTestId("confirm-defend"));
  expect(await within(dialog).findByText("请至少写一条")).toBeTruthy();
  expect(within(dialog).queryByLabelText(/按期拨款/)).toBeNull();
  expect(within(dialog).getByText(/记录只有 8 次/)).toBeTruthy();
  await user.type(within(dialog).getByLabelText(/第1条 搬运次数/), "另有两次没有登记");
  await user.click(screen.getByTestId("confirm-defend"));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    act: "defend",
    body: { version: assessed.version, items: [{ clause: 1, text: "另有两次没有登记" }] },
  });
});

test("we rate the department's duties by raw measures; less than kept needs its reason", async () => {
  const { user } = open();
  await user.click(await screen.findByTestId("rate"));
  const duty = await screen.findByTestId("assess-3");
  expect(screen.queryByTestId("assess-1")).toBeNull();
  await user.click(within(duty).getByLabelText("未做到"));
  await user.click(screen.getByTestId("save-verdicts"));
  expect(await screen.findByText("请填写第 3 条 · 理由和依据")).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(within(duty).getByLabelText(/理由和依据/), "款项迟到十二天");
  await user.click(screen.getByTestId("save-verdicts"));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    act: "verdicts",
    body: {
      version: assessed.version,
      items: [{ clause: 3, done: false, reason: "款项迟到十二天" }],
    },
  });
});

test("the certificate is signed with its result and amount in sight, never by silence", async () => {
  server.use(
    answers("/api/periods/80", {
      ...assessed,
      status: "panel_signed",
      panel_signed_at: "2026-07-20T02:00:00Z",
      result: "partly",
      result_label: "部分验收合格",
      result_reason: "少两次",
      accepted_amount: "4800.00",
      panel: [{ name: "卓玛", capacity: "村民代表", recipient: true }],
      recipients_opinion: "基本满意",
    }),
    answers("/api/periods/80/actions", [step("countersign", "签订履约验收书")]),
  );
  const { user } = open();
  await user.click(await screen.findByTestId("step-countersign"));
  const signed = await screen.findByTestId("signed");
  expect(within(signed).getByText("肆仟捌佰元整")).toBeTruthy();
  expect(within(signed).getByText("部分验收合格")).toBeTruthy();
  expect(within(signed).getByText(/不签不算同意/)).toBeTruthy();
  await user.type(screen.getByLabelText("代表我们签字的人"), "扎西");
  await user.click(screen.getByTestId("confirm-countersign"));
  await waitFor(() => expect(sent[0]?.body).toMatchObject({ signatory: "扎西" }));
});

test("the township proposes with both sides' words beside each other, and rates nobody", async () => {
  contractingAnswers("township_officer");
  const objection = {
    text: "另有两次没有登记",
    said_at: "2026-07-08T02:00:00Z",
    answer: "以记录为准",
    answered_at: "2026-07-10T02:00:00Z",
  };
  const [first, ...others] = assessed.clauses;
  server.use(
    answers("/api/periods/80", {
      ...assessed,
      status: "at_township",
      clauses: [{ ...first, objection }, ...others],
    }),
    answers("/api/periods/80/actions", [step("propose", "提出调解意见")]),
  );
  const { user } = open();
  await user.click(await screen.findByTestId("step-propose"));
  const dialog = await screen.findByRole("dialog");
  const words = within(dialog).getByTestId("objection");
  expect(within(words).getByText("另有两次没有登记")).toBeTruthy();
  expect(within(words).getByText("以记录为准")).toBeTruthy();
  await user.type(within(dialog).getByLabelText("调解意见"), "核对出工单后补记");
  await user.click(screen.getByTestId("confirm-propose"));
  await waitFor(() => expect(sent[0]?.body).toMatchObject({ proposal: "核对出工单后补记" }));
  expect(screen.queryByTestId("rate")).toBeNull();
});
