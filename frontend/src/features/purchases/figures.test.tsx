import { screen, within } from "@testing-library/react";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as FiguresPage } from "./FiguresPage";

const DEPARTMENT = {
  department_id: 3,
  department: "县应急管理局",
  contracts: 12,
  amount: "480000.00",
  paid: "120000.00",
  late_payments: 2,
  late_days: 17,
  late_amount: "20000.00",
};

test("the county sees what departments bought, paid and paid late; no village and no score", async () => {
  countyAnswers("social_work_head");
  server.use(
    answers("/api/purchase/figures", {
      contracts: 12,
      amount: "480000.00",
      paid: "120000.00",
      late_payments: 2,
      late_amount: "20000.00",
      // What the server must never send would not be shown, either.
      by_department: [{ ...DEPARTMENT, score: 88.5, village: "甲村" }],
    }),
    answers("/api/purchase/payments", [{ month: "2026-11", due: "1.00", made: "0.00" }]),
  );
  show(
    <Suspense>
      <FiguresPage />
    </Suspense>,
  );
  const table = await screen.findByTestId("by-department");
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map((cell) => cell.textContent),
  ).toEqual(["部门", "合同数", "合同金额", "已支付", "逾期支付（笔）", "逾期天数"]);
  expect(within(table).getByText("¥480,000.00")).toBeTruthy();
  expect(within(table).getByText("17")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/得分|满意|88\.5|甲村/);
});
