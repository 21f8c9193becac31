import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { difference, edition, row } from "@/testing/lists";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as ComparePage } from "./ComparePage";
import { Component as EditionPage } from "./EditionPage";

const step = (name: string, label: string) => ({ name, label, hindrance: null });
let bodies: Record<string, unknown>[];

function as(role: string, more: Partial<typeof edition> = {}) {
  countyAnswers(role);
  bodies = [];
  const keep = async ({ request }: { request: Request }) => {
    bodies.push((await request.json()) as Record<string, unknown>);
    return HttpResponse.json({ ...edition, ...more });
  };
  server.use(
    answers("/api/editions/5", { ...edition, ...more }),
    answers("/api/editions/5/actions", [step("approve", "登记批准决定")]),
    answers("/api/editions/5/history", []),
    answers("/api/editions/5/difference", difference),
    answers("/api/editions/5/comments", []),
    answers("/api/editions/5/acknowledgements", []),
    answers("/api/acknowledgements", []),
    answers("/api/editions/5/entries", {
      items: [
        row(),
        row({ id: 71, code: "N-002", title: "旧事", removed: true, change_reason: "依据已废止" }),
      ],
      total: 2,
    }),
    http.post("*/api/editions/5/approve", keep),
    http.post("*/api/editions/5/comments", keep),
    http.post("*/api/entries/:id/:act", keep),
  );
}

const open = () =>
  show(
    <Suspense>
      <EditionPage />
    </Suspense>,
    { path: "/lists/editions/:id", address: "/lists/editions/5" },
  );

beforeEach(() => as("social_work_clerk"));

test("what leaves is struck through with its reason, and may be kept after all", async () => {
  const { user } = open();
  expect((await screen.findByText("旧事")).tagName).toBe("DEL");
  expect(screen.getByText("移出理由：依据已废止")).toBeTruthy();
  await user.click(screen.getByTestId("restore-71"));
  await user.click(await screen.findByTestId("confirm-restore-71"));
  expect(await screen.findByText("请填写说明")).toBeTruthy();
  await user.type(screen.getByLabelText("说明"), "仍需保留");
  await user.click(screen.getByTestId("confirm-restore-71"));
  await waitFor(() => expect(bodies).toEqual([{ version: 3, remark: "仍需保留" }]));
});

test("a decision is recorded with its number, day and body", async () => {
  as("decision_recorder");
  const { user } = open();
  await user.click(await screen.findByTestId("step-approve"));
  await user.click(await screen.findByTestId("confirm-approve"));
  expect(await screen.findByText("请填写决定编号")).toBeTruthy();
  expect(screen.getByText("请填写决定机构")).toBeTruthy();
  expect(bodies).toEqual([]);
});

test("a department says that it has no objection, without a word of reasons", async () => {
  as("department_head");
  const { user } = open();
  await user.click(await screen.findByTestId("comment"));
  await user.click(await screen.findByLabelText("对整个清单无意见"));
  expect(screen.queryByLabelText("意见和理由")).toBeNull();
  await user.click(screen.getByTestId("confirm-comment"));
  await waitFor(() => expect(bodies).toEqual([{ position: "no_objection", text: "" }]));
});

test("a department comments on one entry, and edits nothing", async () => {
  as("department_clerk");
  const { user } = open();
  await user.click(await screen.findByTestId("comment-70"));
  await user.type(await screen.findByLabelText("意见和理由"), "请改写");
  await user.click(screen.getByTestId("confirm-comment-70"));
  await waitFor(() =>
    expect(bodies).toEqual([{ entry: 70, position: "proposal", text: "请改写" }]),
  );
  expect(screen.queryByTestId("add-entry")).toBeNull();
});

test("who is late in taking note stands first", async () => {
  as("leader", { status: "published", number: 2 });
  const asked = (id: number, who: string, done: boolean, overdue: boolean) => ({
    ...{ id, who, overdue, due_on: "2026-11-20", done_at: done ? "2026-11-19T00:00:00Z" : null },
  });
  server.use(
    answers("/api/editions/5/acknowledgements", [
      asked(1, "甲局", true, false),
      asked(2, "乙镇", false, true),
    ]),
  );
  open();
  expect((await screen.findByTestId("noted")).textContent).toContain("2 个单位中已有 1 个确认");
  const table = screen.getByTestId("noted").parentElement as HTMLElement;
  expect(within(table).getAllByRole("rowheader")[0]?.textContent).toBe("乙镇");
});

test("of two editions the removed entries are told first", async () => {
  show(
    <Suspense>
      <ComparePage />
    </Suspense>,
    { path: "/lists/compare", address: "/lists/compare?from=3&to=5" },
  );
  const found = await screen.findByTestId("difference");
  const headings = within(found).getAllByRole("heading", { level: 2 });
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    "移出 1 项",
    "新增 0 项",
    "修改 1 项",
  ]);
  expect(within(found).getByText("变动理由：依据已废止")).toBeTruthy();
  expect(screen.getByText("变动对照（PDF）").getAttribute("href")).toBe(
    "/api/editions/5/difference.pdf?to=3",
  );
});
