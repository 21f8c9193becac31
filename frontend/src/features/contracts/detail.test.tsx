import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import type { DeliverableRow, InstalmentRow } from "@/api/types";
import { instalment } from "@/testing/contracting";
import { countyAnswers } from "@/testing/county";
import { CONTRACT, contract, contractAnswers } from "@/testing/purchases";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as ContractPage } from "./ContractPage";

const record = (id: number, status: string, label: string): DeliverableRow => ({
  id,
  number: 1,
  heading: "搬运次数",
  unit: "次",
  done_on: "2026-03-02",
  quantity: "2.00",
  place: "村委会",
  note: "",
  status,
  status_label: label,
  submitted_at: "2026-03-02T03:00:00Z",
  confirm_due_on: null,
  silent: false,
  query: "",
  files: 1,
});

const due: InstalmentRow = {
  ...instalment,
  id: 500,
  version: 3,
  contract_id: CONTRACT,
  status: "due",
  status_label: "待支付",
  approved: "4800.00",
  due_on: null,
  paid: "0.00",
  paid_on: null,
  voucher: "",
};

let sent: Record<string, unknown>[];

beforeEach(() => {
  sent = [];
  countyAnswers("department_head");
  contractAnswers();
  const keep = async ({ request }: { request: Request }) => {
    sent.push((await request.json()) as Record<string, unknown>);
    return HttpResponse.json({ confirmed: 2 });
  };
  server.use(
    answers(`/api/contracts/${CONTRACT}`, contract),
    answers(`/api/contracts/${CONTRACT}/actions`, []),
    answers(`/api/contracts/${CONTRACT}/history`, []),
    answers(`/api/contracts/${CONTRACT}/instalments`, [due]),
    answers("/api/instalments/500/actions", [{ name: "pay", label: "登记支付", hindrance: null }]),
    answers(`/api/contracts/${CONTRACT}/deliverables`, {
      items: [
        record(1, "submitted", "待确认"),
        record(2, "submitted", "待确认"),
        record(3, "confirmed", "已确认"),
      ],
      total: 3,
    }),
    http.post(`*/api/contracts/${CONTRACT}/deliverables/confirm`, keep),
    http.post("*/api/instalments/500/pay", keep),
  );
});

const open = (tab = "") =>
  show(
    <Suspense>
      <ContractPage />
    </Suspense>,
    { path: "/contracts/:id", address: `/contracts/${CONTRACT}${tab && `?tab=${tab}`}` },
  );

test("the price stands in figures and in capitals", async () => {
  open();
  expect(await screen.findByText("¥12,000.00")).toBeTruthy();
  expect(screen.getByTestId("capitals").textContent).toBe("壹万贰仟元整");
});

test("records that wait are confirmed many at once; others cannot be chosen", async () => {
  const { user } = open("records");
  await user.click(await screen.findByText("选择本页待确认的 2 条"));
  expect(screen.getAllByRole("checkbox")).toHaveLength(2);
  await user.click(screen.getByTestId("confirm-many"));
  await waitFor(() => expect(sent).toEqual([{ ids: [1, 2] }]));
});

test("how late a payment is stands beside it; it is paid with its day and its voucher", async () => {
  const { user } = open("payments");
  const card = await screen.findByTestId("instalment-1");
  expect(within(card).getByText("逾期 12 天")).toBeTruthy();
  expect(within(card).getByText("肆仟捌佰元整")).toBeTruthy();
  await user.click(await within(card).findByTestId("step-pay"));
  await user.click(await screen.findByTestId("confirm-pay"));
  expect(await screen.findByText("请填写支付凭证号")).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(screen.getByLabelText("支付日期"), "2026-07-20");
  await user.type(screen.getByLabelText("支付凭证号"), "PZ-7");
  await user.click(screen.getByTestId("confirm-pay"));
  await waitFor(() =>
    expect(sent).toEqual([
      expect.objectContaining({ version: 3, paid_on: "2026-07-20", voucher: "PZ-7" }),
    ]),
  );
});
