import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import {
  contractingAnswers,
  instalment,
  offered,
  offeredContract,
  ours,
} from "@/testing/contracting";
import { CONTRACT } from "@/testing/purchases";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as ContractPage } from "./ContractPage";

let taken: { step: string; body: Record<string, unknown> }[];

const step = (name: string, label: string) => ({ name, label, hindrance: null });

beforeEach(() => {
  contractingAnswers();
  taken = [];
  server.use(
    http.post("*/api/:thing/:id/:step", async ({ params, request }) => {
      taken.push({
        step: `${params.thing}/${params.step}`,
        body: (await request.json()) as Record<string, unknown>,
      });
      // As long as the way to a server takes.
      await delay(50);
      return HttpResponse.json({});
    }),
  );
});

const open = () =>
  show(<ContractPage />, { path: "/contracts/:id", address: `/contracts/${CONTRACT}` });

function deciding(...steps: ReturnType<typeof step>[]) {
  server.use(
    answers(`/api/contracts/${CONTRACT}`, offeredContract),
    answers(`/api/contract-terms/${offered.id}`, offered),
    answers(`/api/contract-terms/${offered.id}/actions`, steps),
  );
}

test("what is offered is said in plain words: what, how much, for how many points, and no photo", async () => {
  deciding();
  open();
  const clause = await screen.findByTestId("clause-1");
  expect(within(clause).getByText("每期搬运不少于 10 次。")).toBeTruthy();
  expect(within(clause).getByText("不少于 10 次")).toBeTruthy();
  expect(within(clause).getByText("占 100 分")).toBeTruthy();
  expect(within(clause).getByText("不需要照片和材料")).toBeTruthy();
  expect(screen.getByText(/合同没有写明部门要做的事/)).toBeTruthy();
  expect(screen.getByText(/不登记不算同意/)).toBeTruthy();
});

test("a resolution without quorum or majority is refused in words; a valid one is entered by its numbers", async () => {
  deciding(step("agree", "登记议决同意"), step("decline", "登记议决不同意"));
  const { user } = open();
  await user.click(await screen.findByTestId("step-agree"));
  await user.type(await screen.findByLabelText("会议记录编号"), "〔2026〕3号");
  fireEvent.change(screen.getByLabelText("会议日期"), { target: { value: "2026-01-05" } });
  await user.type(screen.getByLabelText("应到人数"), "40");
  await user.type(screen.getByLabelText("到会人数"), "20");
  await user.type(screen.getByLabelText("同意人数"), "10");
  await user.click(screen.getByTestId("confirm-agree"));
  expect(await screen.findByText(/到会人数没有超过应到人数的一半，议决无效/)).toBeTruthy();
  expect(await screen.findByText(/同意人数没有超过到会人数的一半，等于不同意/)).toBeTruthy();
  expect(taken).toEqual([]);
  await user.clear(screen.getByLabelText("到会人数"));
  await user.type(screen.getByLabelText("到会人数"), "30");
  await user.clear(screen.getByLabelText("同意人数"));
  await user.type(screen.getByLabelText("同意人数"), "16");
  await user.click(screen.getByTestId("confirm-agree"));
  await waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]).toEqual({
    step: "contract-terms/agree",
    body: {
      version: offered.version,
      number: "〔2026〕3号",
      on: "2026-01-05",
      total: 40,
      present: 30,
      in_favour: 16,
    },
  });
});

test("a no needs its reason and nothing else", async () => {
  deciding(step("decline", "登记议决不同意"));
  const { user } = open();
  await user.click(await screen.findByTestId("step-decline"));
  await user.click(await screen.findByTestId("confirm-decline"));
  expect(await screen.findByText("请填写理由")).toBeTruthy();
  await user.type(screen.getByLabelText("理由"), "人手不够");
  await user.click(screen.getByTestId("confirm-decline"));
  await waitFor(() => expect(taken[0]?.body).toMatchObject({ remark: "人手不够" }));
});

test("who signs sees the price in capitals, and that silence is no signature", async () => {
  deciding(step("countersign", "签订（承接主体）"));
  const { user } = open();
  await user.click(await screen.findByTestId("step-countersign"));
  const signed = await screen.findByTestId("signed");
  expect(within(signed).getByText("壹万贰仟元整")).toBeTruthy();
  expect(within(signed).getByText(/不回复、逾期、口头答应都不算/)).toBeTruthy();
  await user.click(screen.getByTestId("confirm-countersign"));
  expect(await screen.findByText("请填写代表我们签字的人")).toBeTruthy();
  expect(taken).toEqual([]);
  await user.type(screen.getByLabelText("代表我们签字的人"), "扎西");
  await user.click(screen.getByTestId("confirm-countersign"));
  await waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]).toEqual({
    step: "contract-terms/countersign",
    body: { version: offered.version, signatory: "扎西" },
  });
});

test("a village asks for more time and says why", async () => {
  const { user } = open();
  await user.click(await screen.findByTestId("more-time"));
  await user.type(await screen.findByLabelText("申请理由"), "道路中断二十天");
  await user.dblClick(screen.getByTestId("confirm-more-time"));
  await waitFor(() => expect(screen.queryByTestId("confirm-more-time")).toBeNull());
  expect(taken).toHaveLength(1);
  expect(taken[0]).toEqual({ step: "contracts/supplements", body: { reason: "道路中断二十天" } });
});

test("money that has not arrived is denied with a reason; the delay is the department's", async () => {
  server.use(
    answers(`/api/contracts/${CONTRACT}`, ours),
    answers(`/api/contracts/${CONTRACT}/instalments`, [instalment]),
    answers("/api/instalments/50/actions", [
      step("arrive", "确认到账"),
      step("deny", "反映未到账"),
    ]),
  );
  const { user } = open();
  const one = await screen.findByTestId("instalment-1");
  expect(within(one).getByText("部门已逾期 12 日")).toBeTruthy();
  await user.click(await within(one).findByTestId("step-deny"));
  await user.click(await screen.findByTestId("confirm-deny"));
  expect(await screen.findByText("请填写未到账的情况")).toBeTruthy();
  expect(taken).toEqual([]);
  await user.type(screen.getByLabelText("未到账的情况"), "查至八月二十日没有");
  await user.click(screen.getByTestId("confirm-deny"));
  await waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]).toEqual({
    step: "instalments/deny",
    body: { version: instalment.version, remark: "查至八月二十日没有" },
  });
});
