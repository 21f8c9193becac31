import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Application } from "@/api/types";
import { countyAnswers, Stored, unmet } from "@/testing/county";
import { show } from "@/testing/render";
import { application } from "@/testing/samples";
import { problem, server } from "@/testing/server";
import { Component as Form } from "./ApplicationFormPage";

const SLOW = { timeout: 5000 };
let stored: Stored;
const open = (more: Partial<Application> = {}) => {
  stored = new Stored({ ...application, ...more });
  return show(<Form />, { path: "/applications/:id/edit", address: "/applications/7/edit" });
};
const kept = (part: Partial<Application>) =>
  waitFor(() => expect(stored.application).toMatchObject(part), SLOW);

beforeEach(() => countyAnswers());

test("an instalment begins with what is still open, and the sum says whether it matches", async () => {
  const { user } = open({ funding_amount: "3600.00", starts_on: "2026-12-01" });
  await user.click(await screen.findByTestId("add-instalment"));
  expect(screen.getByTestId("balance").textContent).toContain("与每村经费一致");
  await kept({ funding_due: [{ on: "2026-12-01", amount: "3600.00" }] });
  const amount = screen.getByLabelText("第 1 期 · 每村金额（元）");
  await user.clear(amount);
  await user.type(amount, "3000.50");
  expect(screen.getByTestId("balance").textContent).toContain("比每村经费少 599.50 元");
  await user.click(screen.getByTestId("add-instalment"));
  await kept({
    funding_due: [
      { on: "2026-12-01", amount: "3000.50" },
      { on: "2026-12-01", amount: "599.50" },
    ],
  });
});

test("an instalment without its date waits in the form, and the rest is saved", async () => {
  const { user } = open({
    funding_amount: "100.00",
    funding_due: [{ on: "2026-12-01", amount: "100.00" }],
  });
  await user.clear(await screen.findByLabelText("第 1 期 · 拨付日期"));
  await kept({ funding_due: [] });
  expect(screen.getByTestId("balance").textContent).toContain("日期和金额都填写后才会保存");
  expect(screen.getByLabelText<HTMLInputElement>("第 1 期 · 每村金额（元）").value).toBe("100.00");
});

test("load and money are told for the whole scope while they are typed", async () => {
  const { user } = open({ scope: ["540522100201", "540522101201"] });
  await user.type(await screen.findByLabelText("每村每月工作量（人日）"), "1.5");
  expect(screen.getByTestId("load-total").textContent).toContain(
    "2 个村（社区）× 1.5 人日 = 全县每月 3 人日",
  );
  await user.type(screen.getByLabelText("每村工作经费（元）"), "3600");
  expect(screen.getByTestId("funding-total").textContent).toContain("共需 7,200.00 元");
  await kept({ person_days: "1.5", funding_amount: "3600" });
});

test("each demand has a kind, and says by itself whether it is whole", async () => {
  const { user } = open();
  await user.click(await screen.findByTestId("add-demand"));
  const demand = within(screen.getByTestId("demand-0"));
  expect(demand.getByText("请写明名称和依据")).toBeTruthy();
  await user.type(demand.getByLabelText("名称"), "防汛值班牌");
  await user.type(demand.getByLabelText("依据"), "防汛条例");
  await demand.findByText("名称、依据已写明");
  await kept({ demands: [{ kind: "signboard", name: "防汛值班牌", basis: "防汛条例" }] });
});

test("a split names its parts; what a part leaves empty it takes from the application", async () => {
  const part = {
    title: "甲",
    village_duty: "甲的",
    person_days: null,
    funding_amount: null,
    scope: [],
  };
  const { user } = open({ kind: "split", parts: [part], scope: ["540522100201"] });
  await user.click(await screen.findByTestId("add-part"));
  const second = within(screen.getByTestId("part-1"));
  await user.type(second.getByLabelText("事项名称"), "乙");
  await user.type(second.getByLabelText("村（社区）职责"), "乙的");
  await user.click(second.getByRole("radio", { name: "只在部分村（社区）" }));
  await user.click(await second.findByRole("checkbox", { name: "选择以下所有村（社区）" }));
  await kept({
    parts: [part, { ...part, title: "乙", village_duty: "乙的", scope: ["540522100201"] }],
  });
});

test("a fault of a nested field is told where it stands: what was saved, and what was refused", async () => {
  const part = {
    title: "甲",
    village_duty: "甲的",
    person_days: null,
    funding_amount: null,
    scope: [],
  };
  const { user } = open({ kind: "split", parts: [part, { ...part, title: "" }] });
  stored.checks = () => [unmet("part_incomplete", "parts.1.title", "请填写每个事项的名称和职责")];
  const second = within(await screen.findByTestId("part-1"));
  await second.findByText("请填写每个事项的名称和职责");
  server.use(
    http.patch("*/api/applications/7", () =>
      problem(422, "invalid", "请改正标出的各项", {
        errors: [{ field: "parts.0.title", detail: "最多 60 个字" }],
      }),
    ),
  );
  await user.type(within(screen.getByTestId("part-0")).getByLabelText("事项名称"), "长");
  await within(screen.getByTestId("part-0")).findByText("最多 60 个字", undefined, SLOW);
});

test("the type of object brings its own fields, and another type clears them", async () => {
  const { user } = open({ object_type: "ledger", extras: { form_code: "A1" } });
  const section = within(await screen.findByRole("region", { name: "专项内容" }));
  await user.type(section.getByLabelText("份数"), "3");
  await user.click(section.getByRole("radio", { name: "是" }));
  await kept({ extras: { form_code: "A1", copies: 3, electronic: true } });
  expect(section.getByText("报表印制的有效期截止日")).toBeTruthy();
  server.use(
    http.patch("*/api/applications/7", () =>
      problem(422, "extras", "应在 1 至 9 之间", { field: "extras.copies" }),
    ),
  );
  await user.type(section.getByLabelText("份数"), "3");
  await section.findByText("应在 1 至 9 之间", undefined, SLOW);
});

test("each hit of the negative list has a box of its own for the answer", async () => {
  const { user } = open();
  stored.hits = [
    { id: 31, code: "FM-07", title: "承担安全生产责任主体", answer: "" },
    { id: 32, code: "FM-09", title: "招商引资", answer: "" },
  ];
  const hit = within(await screen.findByTestId("hit-32"));
  expect(hit.getByText("待说明")).toBeTruthy();
  await user.type(hit.getByLabelText("FM-09 不属于该情形的理由"), "只是入户说明");
  await kept({ hit_answers: [{ entry: 32, answer: "只是入户说明" }] });
  expect(hit.getByText("已说明")).toBeTruthy();
  expect(within(screen.getByTestId("hit-31")).getByText("待说明")).toBeTruthy();
});

test("a withdrawal asks for report, settlement and closures, and for nothing that stays as it was", async () => {
  open({ kind: "withdraw", concerns: [], scope: ["540522100201"] });
  await screen.findByLabelText("完成情况报告");
  expect(screen.getByLabelText("经费结算情况")).toBeTruthy();
  expect(screen.queryByLabelText("每村工作经费（元）")).toBeNull();
  expect(screen.queryByRole("checkbox", { name: "选择全县所有村（社区）" })).toBeNull();
});

test("personal data are asked about only where they are handled", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("checkbox", { name: "涉及个人信息" }));
  await user.type(await screen.findByLabelText("保存期限"), "6个月");
  await kept({ handles_personal_data: true, personal_data_retention: "6个月" });
});
