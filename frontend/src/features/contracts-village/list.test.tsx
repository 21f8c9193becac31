import { screen, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { contractingAnswers, ours } from "@/testing/contracting";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as ContractsPage } from "./ContractsPage";

const row = {
  id: ours.id,
  number: ours.number,
  subject: ours.subject,
  purchaser: ours.purchaser,
  village_id: ours.village_id,
  village_name: ours.village,
  status: ours.status,
  status_label: ours.status_label,
  price: ours.price,
  paid: ours.paid,
  starts_on: ours.starts_on,
  ends_on: ours.ends_on,
  signed_on: ours.signed_on,
};
const waiting = {
  code: "agree",
  label: "组织议决并答复合同文本",
  page: "contracts",
  count: 1,
  items: [{ id: ours.id, title: ours.subject, since: null, due_on: "2026-03-09", left: 2 }],
};

beforeEach(() => contractingAnswers());

test("what waits for us comes first, with the days that are left", async () => {
  server.use(
    answers("/api/contracts", { items: [row], total: 1 }),
    answers("/api/todo", [waiting, { ...waiting, page: "refusals", label: "别的事" }]),
  );
  show(<ContractsPage />);
  const due = await screen.findByRole("region", { name: "轮到我们办的" });
  expect(await within(due).findByText(/组织议决并答复合同文本/)).toBeTruthy();
  expect(within(due).getByText("还有 2 个工作日")).toBeTruthy();
  expect(within(due).queryByText("别的事")).toBeNull();
  expect(within(due).getByRole("link").getAttribute("href")).toBe(`/contracts/${ours.id}`);
});

test("a township finds contracts by status, department and village, and no score to order them by", async () => {
  contractingAnswers("township_officer");
  server.use(answers("/api/contracts", { items: [row], total: 1 }));
  show(<ContractsPage />);
  expect(await screen.findByText("防汛物资搬运")).toBeTruthy();
  expect(screen.getByRole("region", { name: "待乡镇调解" })).toBeTruthy();
  expect(screen.getAllByText("购买部门").length).toBeGreaterThan(0);
  expect(screen.queryByText(/得分|满意/)).toBeNull();
  expect(screen.queryByTestId("outbox")).toBeNull();
});

test("without contracts it is said where they come from", async () => {
  server.use(answers("/api/contracts", { items: [], total: 0 }));
  show(<ContractsPage />);
  expect(await screen.findByText(/部门把合同文本送来议决后，会出现在这里/)).toBeTruthy();
});
