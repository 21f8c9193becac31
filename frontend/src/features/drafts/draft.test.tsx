import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as DraftPage } from "./DraftPage";

const line = { type: "line", many: false, required: true, max_length: 200, most: null, fields: [] };
const FORM = {
  kind: "circular",
  label: "通报",
  corrects: false,
  fields: [
    { ...line, name: "addressee", title: "主送单位" },
    { ...line, name: "asks", title: "要求", many: true, most: 2 },
  ],
};
const draft = (more: object = {}) => ({
  id: 7,
  version: 1,
  kind: "circular",
  kind_label: "通报",
  title: "关于清理牌子的通报",
  status: "draft",
  status_label: "起草中",
  author_name: "演示经办员",
  organisation_name: "演示单位",
  facts: { addressee: "各部门" },
  scope: [],
  corrects: null,
  use: null,
  document: null,
  ...more,
});

function open(body: object, checked: object = { faults: [], blanks: [] }) {
  countyAnswers("social_work_clerk");
  server.use(
    answers("/api/drafts/forms", [FORM] as never),
    answers("/api/drafts/7", body as never),
    answers("/api/drafts/7/check", checked as never),
    answers("/api/drafts/7/actions", []),
    answers("/api/drafts/7/history", []),
    answers("/api/villages", { items: [], total: 0 }),
  );
  return show(<DraftPage />, { path: "/drafts/:id", address: "/drafts/7" });
}

test("what is missing is told in the form's words, and what would print empty", async () => {
  open(draft(), {
    faults: [{ field: "asks", detail: "至少写一项" }],
    blanks: [{ name: "addressee", title: "主送单位", printed: true }],
  });
  const told = (await screen.findByTestId("draft-check")).textContent;
  expect(told).toContain("要求：至少写一项");
  expect(told).toContain("“主送单位”没有内容，纸面上会留下空白");
});

test("the whole of what was typed is saved, with the version that was read", async () => {
  const sent: object[] = [];
  server.use(
    http.put("*/api/drafts/7", async ({ request }) => {
      sent.push((await request.json()) as object);
      return HttpResponse.json(draft({ version: 2 }));
    }),
  );
  const { user } = open(draft());
  await user.click(await screen.findByTestId("add-asks"));
  await user.type(await screen.findByLabelText("第 1 条"), "月底前摘除");
  await user.click(screen.getByTestId("save-draft"));
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toEqual({
    version: 1,
    facts: { addressee: "各部门", asks: ["月底前摘除"] },
    scope: [],
  });
});

test("somebody else's changes are shown beside mine", async () => {
  server.use(http.put("*/api/drafts/7", () => problem(409, "stale", "该记录已被他人修改")));
  const { user } = open(draft());
  await user.type(await screen.findByLabelText(/主送单位/), "（县直）");
  server.use(
    answers("/api/drafts/7", draft({ version: 2, facts: { addressee: "各乡镇" } }) as never),
  );
  await user.click(screen.getByTestId("save-draft"));
  const stale = (await screen.findByTestId("stale")).textContent;
  expect(stale).toContain("各乡镇");
  expect(stale).toContain("各部门（县直）");
});

test("an issued paper is shown itself, and nothing can be typed", async () => {
  open(
    draft({
      status: "issued",
      status_label: "已印发",
      document: { id: 3, number: "演社工通〔2026〕1号" },
    }),
  );
  expect(
    (await screen.findByRole("link", { name: "演社工通〔2026〕1号" })).getAttribute("href"),
  ).toBe("/documents/3");
  expect(screen.queryByTestId("save-draft")).toBeNull();
});
