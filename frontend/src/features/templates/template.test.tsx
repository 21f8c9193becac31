import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as TemplatePage } from "./TemplatePage";

const SUPPLIED = '{% extends "page.html" %}\n{% block body %}<p>同意。</p>{% endblock %}\n';
const template = (more: object = {}) => ({
  kind: "approval",
  label: "准入通知",
  supplied: SUPPLIED,
  fields: [{ name: "content", title: "工作内容" }],
  pieces: ["scope.html"],
  versions: [],
  may_edit: true,
  may_publish: true,
  ...more,
});
const draft = (version: number, source: string) => ({
  number: 1,
  version,
  status: "draft",
  status_label: "草稿",
  note: "",
  published_on: null,
  source,
});

function open(body: object) {
  countyAnswers("social_work_head");
  server.use(
    answers("/api/templates/approval", body as never),
    answers("/api/templates/approval/history", []),
  );
  return show(<TemplatePage />, { path: "/templates/:name", address: "/templates/approval" });
}

test("faults are told with their lines, and nothing is drawn", async () => {
  server.use(
    http.post("*/api/templates/approval/check", () =>
      HttpResponse.json({
        faults: [{ line: 3, detail: "不能使用<script>" }],
        blanks: [],
        sample: "",
      }),
    ),
  );
  const { user } = open(template());
  await user.click(await screen.findByTestId("try-template"));
  expect((await screen.findByTestId("template-faults")).textContent).toContain(
    "第 3 行：不能使用<script>",
  );
  expect(screen.queryByTestId("pdf")).toBeNull();
});

test("what would stay empty is told before the page is shown", async () => {
  server.use(
    http.post("*/api/templates/approval/check", () =>
      HttpResponse.json({
        faults: [],
        blanks: [
          { name: "workload", title: "工作量", printed: true },
          { name: "support", title: "技术支持", printed: false },
        ],
        sample: "",
      }),
    ),
    http.post("*/api/templates/approval/preview", () =>
      HttpResponse.arrayBuffer(new TextEncoder().encode("%PDF-1.7").buffer as ArrayBuffer),
    ),
  );
  const { user } = open(template());
  await user.click(await screen.findByTestId("try-template"));
  const told = (await screen.findByTestId("template-blanks")).textContent;
  expect(told).toContain("“工作量”没有内容，纸面上会留下空白");
  expect(told).toContain("“技术支持”没有内容，相应的句子不印");
  expect(await screen.findByTestId("pdf")).toBeTruthy();
});

test("a draft that somebody else saved meanwhile is shown beside mine, and mine can go on", async () => {
  const sent: { version: number | null; source: string }[] = [];
  server.use(
    http.put("*/api/templates/approval/draft", async ({ request }) => {
      const body = (await request.json()) as { version: number | null; source: string };
      sent.push(body);
      if (body.version === 1) return problem(409, "stale", "该记录已被他人修改");
      return HttpResponse.json(template({ versions: [draft(3, body.source)] }));
    }),
  );
  const { user } = open(template({ versions: [draft(1, SUPPLIED)] }));
  await user.type(await screen.findByLabelText("模板"), "我的");
  server.use(
    answers(
      "/api/templates/approval",
      template({ versions: [draft(2, `${SUPPLIED}他人的`)] }) as never,
    ),
  );
  await user.click(screen.getByTestId("save-template"));
  expect((await screen.findByTestId("stale")).textContent).toContain("他人的");
  await user.click(screen.getByTestId("keep-mine"));
  await user.click(screen.getByTestId("save-template"));
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toMatchObject({ version: 2 });
  expect(sent[1]?.source).toContain("我的");
});

test("who may only read sees the text and no buttons", async () => {
  open(template({ may_edit: false, may_publish: false }));
  expect(await screen.findByText(/同意。/)).toBeTruthy();
  expect(screen.queryByTestId("save-template")).toBeNull();
});
