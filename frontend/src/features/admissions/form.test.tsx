import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Application } from "@/api/types";
import { countyAnswers, Stored, unmet } from "@/testing/county";
import { show } from "@/testing/render";
import { application } from "@/testing/samples";
import { answers, problem, server } from "@/testing/server";
import { Component as Form } from "./ApplicationFormPage";

const SLOW = { timeout: 5000 };
let stored: Stored;
const open = () =>
  show(<Form />, { path: "/applications/:id/edit", address: "/applications/7/edit" });
const state = (name: string) =>
  waitFor(() => expect(screen.getByTestId("save-state").dataset.state).toBe(name), SLOW);

beforeEach(() => {
  countyAnswers();
  stored = new Stored(application);
});

test("what is typed is saved, and its condition turns from unmet to met beside its section", async () => {
  stored.checks = ({ necessity }) =>
    necessity ? [] : [unmet("incomplete", "necessity", "请填写：必要性说明、可行性说明")];
  const { user } = open();
  const checks = await screen.findByTestId("checks-need");
  await within(checks).findByText("请填写必要性说明");
  await user.type(screen.getByLabelText("必要性说明"), "防汛");
  await within(checks).findByText("已满足", undefined, SLOW);
  expect(stored.application.necessity).toBe("防汛");
  expect(screen.getByTestId("save-state").dataset.state).toBe("saved");
});

test("villages are chosen by code, a township or the county at once", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("checkbox", { name: "选择全县所有村（社区）" }));
  await waitFor(
    () => expect(stored.application.scope).toEqual(["540522100201", "540522101201"]),
    SLOW,
  );
  expect(screen.getByText("已选 2 / 2 个村（社区）")).toBeTruthy();
});

test("a legal basis is saved with document, article and version", async () => {
  const { user } = open();
  await user.click(await screen.findByTestId("add-basis"));
  await user.type(screen.getByLabelText("法律法规或文件名称"), "防洪法");
  await user.type(screen.getByLabelText("条款"), "第八条");
  await waitFor(
    () =>
      expect(stored.application.legal_bases).toEqual([
        { document: "防洪法", article: "第八条", version: "", quotation: "", level: "" },
      ]),
    SLOW,
  );
});

test("an entry of the negative list is picked; the form says before that it blocks", async () => {
  const entry = { id: 31, kind_label: "负面清单", code: "FM-07", title: "拆迁拆违" };
  server.use(answers("/api/entries", { items: [entry], total: 1 }));
  stored.checks = ({ negative_entry }) =>
    negative_entry ? [unmet("negative_list", "negative_entry", "不得进入村（社区）")] : [];
  const { user } = open();
  expect(await screen.findByText(/选择后本申请即被拦截/)).toBeTruthy();
  await user.click(screen.getByRole("combobox", { name: "所涉负面清单条目" }));
  await user.click(await screen.findByTitle("负面清单 FM-07 拆迁拆违"));
  await waitFor(() => expect(stored.application.negative_entry).toBe(31), SLOW);
  const checks = await screen.findByTestId("checks-matter");
  await within(checks).findByText("不得进入村（社区）", undefined, SLOW);
});

test("a conflict shows both versions and keeps the one chosen", async () => {
  server.use(
    http.patch("*/api/applications/7", async ({ request }) => {
      const body = (await request.json()) as { version: number };
      if (body.version !== stored.application.version) return problem(409, "stale", "已被他人修改");
      stored.application = { ...stored.application, ...body, version: body.version + 1 };
      return HttpResponse.json(stored.application);
    }),
  );
  const { user } = open();
  await screen.findByTestId("checks-need");
  stored.application = { ...stored.application, necessity: "别人写的", version: 5 };
  await user.type(screen.getByLabelText("必要性说明"), "我写的");
  const both = await screen.findByTestId("conflict", undefined, SLOW);
  expect(both.textContent).toContain("别人写的");
  expect(both.textContent).toContain("我写的");
  await user.click(within(both).getByRole("radio", { name: "采用已保存的版本" }));
  await user.click(screen.getByRole("button", { name: "确定" }));
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLTextAreaElement>("必要性说明").value).toBe("别人写的"),
  );
  expect(stored.application.necessity).toBe("别人写的");
});

test("a conflict over villages shows names, not codes", async () => {
  server.use(
    http.patch("*/api/applications/7", async ({ request }) => {
      const body = (await request.json()) as { version: number };
      if (body.version !== stored.application.version) return problem(409, "stale", "已被他人修改");
      return HttpResponse.json({ ...stored.application, ...body });
    }),
  );
  const { user } = open();
  await screen.findByTestId("checks-need");
  stored.application = { ...stored.application, scope: ["540522101201"], version: 5 };
  await user.click(await screen.findByRole("checkbox", { name: "选择全县所有村（社区）" }));
  const both = await screen.findByTestId("conflict", undefined, SLOW);
  expect(both.textContent).toContain("2 个村（社区）");
  expect(both.textContent).toContain("甲竹林镇：乙村");
});

test("what may not be changed is shown as such, not as a form", async () => {
  stored.application = {
    ...application,
    editable: false,
    status: "submitted",
    status_label: "已申报",
  };
  open();
  expect(await screen.findByText("当前状态不可修改")).toBeTruthy();
  expect(screen.queryByLabelText("必要性说明")).toBeNull();
});

test("a number that is too large is told at its field, in the form's own words; the rest is saved", async () => {
  server.use(
    http.patch("*/api/applications/7", async ({ request }) => {
      const body = (await request.json()) as { person_days?: string };
      if (Number(body.person_days ?? 0) > 9999.9) {
        const errors = [{ field: "person_days", detail: "填写的内容格式不对" }];
        return problem(422, "invalid", "请改正标出的各项", { errors });
      }
      stored.application = { ...stored.application, ...body, version: 2 };
      return HttpResponse.json(stored.application);
    }),
  );
  const { user } = open();
  const field = await screen.findByLabelText("每村每月工作量（人日）");
  await user.type(field, "123456");
  await user.type(screen.getByLabelText("工作频次"), "每月一次");
  await state("failed");
  expect(screen.getByText("数字过大：小数点前最多 4 位")).toBeTruthy();
  expect(screen.queryByText("填写的内容格式不对")).toBeNull();
  await waitFor(() => expect(stored.application.frequency).toBe("每月一次"), SLOW);
  expect(stored.application.person_days).toBeNull();
  await user.clear(field);
  await user.type(field, "3");
  await state("saved");
  await waitFor(() => expect(screen.queryByText(/数字过大/)).toBeNull());
});

test("how far the form is stands beside it, section by section", async () => {
  stored.checks = () => [
    unmet("no_scope", "scope", "请选择涉及的村（社区）"),
    {
      code: "short_notice",
      field: "starts_on",
      detail: "距开始不足 30 个工作日",
      ok: true,
      warning: true,
    },
  ];
  open();
  const scope = await screen.findByTestId("checks-scope");
  await within(scope).findByText("请选择涉及的村（社区）");
  expect(within(scope).getByText("提醒：距开始不足 30 个工作日")).toBeTruthy();
  expect(screen.getByTestId("checks-summary").textContent).toBe("1 项申报条件未满足");
  const progress = within(screen.getByRole("navigation", { name: "填写进度" }));
  const line = progress.getByRole("link", { name: "范围与期限" }).closest("li");
  expect(line?.textContent).toContain("1 项未满足");
});

test("what was sent back lists its defects and its notice, and until when they can be mended", async () => {
  const paper = {
    id: 5,
    number: "社工补〔2026〕1号",
    code: "",
    title: "补正通知",
    kind: "correction",
  };
  const clock = { id: 1, name: "correction", met_on: null, due_on: "2026-12-07" };
  stored.application = {
    ...application,
    status: "returned",
    defects: ["请补充完成标准", "经费来源不明"],
    papers: [{ ...paper, kind_label: "补正通知", status: "valid", status_label: "有效" }],
    clocks: [clock as Application["clocks"][number]],
  };
  open();
  const told = within(await screen.findByTestId("returned"));
  expect(told.getByRole("link", { name: "社工补〔2026〕1号" }).getAttribute("href")).toBe(
    "/documents/5",
  );
  expect(told.getByText("2026年12月7日")).toBeTruthy();
  const defects = within(told.getByTestId("defects")).getAllByRole("listitem");
  expect(defects.map((one) => one.textContent)).toEqual(["请补充完成标准", "经费来源不明"]);
});
