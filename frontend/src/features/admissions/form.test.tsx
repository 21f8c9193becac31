import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Application } from "@/api/types";
import { show } from "@/testing/render";
import { application, village } from "@/testing/samples";
import { answers, problem, server } from "@/testing/server";
import { Component as Form } from "./ApplicationFormPage";
import { Component as NewApplication } from "./NewApplicationPage";

let stored: Application;
const villages = [
  village("540522100201", "甲村", "吉雄镇"),
  village("540522101201", "乙村", "甲竹林镇"),
];
const open = (page = <Form />) =>
  show(page, { path: "/applications/:id/edit", address: "/applications/7/edit" });

beforeEach(() => {
  stored = application;
  server.use(
    http.get("*/api/applications/7", () => HttpResponse.json(stored)),
    http.get("*/api/applications/7/checks", () =>
      HttpResponse.json([
        stored.necessity
          ? { code: "is_complete", ok: true, field: null, detail: "" }
          : { code: "incomplete", ok: false, field: "necessity", detail: "请填写：必要性说明" },
        {
          code: "no_scope",
          ok: stored.scope.length > 0,
          field: "scope",
          detail: "请选择涉及的村（社区）",
        },
      ]),
    ),
    http.patch("*/api/applications/7", async ({ request }) => {
      stored = { ...stored, ...((await request.json()) as object), version: stored.version + 1 };
      return HttpResponse.json(stored);
    }),
    answers("/api/villages", { items: villages, total: 2 }),
  );
});

test("what is typed is saved, and its condition turns from unmet to met beside its section", async () => {
  const { user } = open();
  const checks = await screen.findByTestId("checks-need");
  await within(checks).findByText("请填写必要性说明");
  await user.type(screen.getByLabelText("必要性说明"), "防汛");
  await within(checks).findByText("已满足", undefined, { timeout: 5000 });
  expect(stored.necessity).toBe("防汛");
  expect(screen.getByTestId("save-state").dataset.state).toBe("saved");
});

test("villages are chosen by code, a township or the county at once", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("checkbox", { name: "选择全县所有村（社区）" }));
  await waitFor(() => expect(stored.scope).toEqual(["540522100201", "540522101201"]), {
    timeout: 5000,
  });
  expect(screen.getByText("已选 2 / 2 个村（社区）")).toBeTruthy();
});

test("a legal basis is saved with document, article and version", async () => {
  const { user } = open();
  await user.click(await screen.findByTestId("add-basis"));
  await user.type(screen.getByLabelText("法律法规或文件名称"), "防洪法");
  await user.type(screen.getByLabelText("条款"), "第八条");
  await waitFor(
    () =>
      expect(stored.legal_bases).toEqual([
        { document: "防洪法", article: "第八条", version: "", quotation: "" },
      ]),
    { timeout: 5000 },
  );
});

test("a conflict shows both versions and keeps the one chosen", async () => {
  server.use(
    http.patch("*/api/applications/7", async ({ request }) => {
      const body = (await request.json()) as { version: number };
      if (body.version !== stored.version) return problem(409, "stale", "已被他人修改");
      stored = { ...stored, ...body, version: stored.version + 1 };
      return HttpResponse.json(stored);
    }),
  );
  const { user } = open();
  await screen.findByTestId("checks-need");
  stored = { ...stored, necessity: "别人写的", version: 5 };
  await user.type(screen.getByLabelText("必要性说明"), "我写的");
  const both = await screen.findByTestId("conflict", undefined, { timeout: 5000 });
  expect(both.textContent).toContain("别人写的");
  expect(both.textContent).toContain("我写的");
  await user.click(within(both).getByRole("radio", { name: "采用已保存的版本" }));
  await user.click(screen.getByRole("button", { name: "确定" }));
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLTextAreaElement>("必要性说明").value).toBe("别人写的"),
  );
  expect(stored.necessity).toBe("别人写的");
});

test("what may not be changed is shown as such, not as a form", async () => {
  stored = { ...application, editable: false, status: "submitted", status_label: "已申报" };
  open();
  expect(await screen.findByText("当前状态不可修改")).toBeTruthy();
  expect(screen.queryByLabelText("必要性说明")).toBeNull();
});

test("a new draft is created once, under one key, and opens in the form", async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post("*/api/applications", ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return keys.length === 1
        ? HttpResponse.error()
        : HttpResponse.json(application, { status: 201 });
    }),
  );
  const { user, router } = show(<NewApplication />, {
    path: "/applications/new",
    address: "/applications/new",
  });
  await user.type(screen.getByLabelText("事项名称"), "汛期巡查");
  await user.click(screen.getByRole("button", { name: "开始填写" }));
  await screen.findByRole("alert");
  await user.click(screen.getByRole("button", { name: "开始填写" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/applications/7/edit"));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
});

test("a number that is too large is told at its field, in the form's own words", async () => {
  server.use(
    http.patch("*/api/applications/7", async ({ request }) => {
      const body = (await request.json()) as { person_days: string };
      if (Number(body.person_days) > 9999.9) {
        const errors = [{ field: "person_days", detail: "填写的内容格式不对" }];
        return problem(422, "invalid", "请改正标出的各项", { errors });
      }
      return HttpResponse.json({ ...stored, ...body, version: 2 });
    }),
  );
  const { user } = open();
  const field = await screen.findByLabelText("每村每月工作量（人日）");
  const state = (name: string) =>
    waitFor(() => expect(screen.getByTestId("save-state").dataset.state).toBe(name), {
      timeout: 5000,
    });
  await user.type(field, "123456");
  await state("failed");
  expect(screen.getByText("数字过大：小数点前最多 4 位")).toBeTruthy();
  expect(screen.queryByText("填写的内容格式不对")).toBeNull();
  await user.clear(field);
  await user.type(field, "3");
  await state("saved");
  await waitFor(() => expect(screen.queryByText(/数字过大/)).toBeNull());
});
