import { screen, waitFor } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import type { TablePreview } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { edition } from "@/testing/lists";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as ImportPage } from "./ImportPage";

const SHA = "b".repeat(64);
const good: TablePreview = {
  sha256: SHA,
  name: "清单.xlsx",
  sheet: "清单",
  row_count: 1,
  fault_count: 0,
  guess_count: 1,
  columns: [{ name: "title", label: "事项名称" }],
  rows: [{ sheet: "清单", number: 3, cells: ["巡河"], faulty: false, guessed: true }],
  faults: [],
  guesses: [
    {
      sheet: "清单",
      row: 3,
      column: "A",
      cell: "A3",
      label: "事项名称",
      message: "",
      stood: "〈巡河〉",
      understood: "巡河",
    },
  ],
  skipped: [],
  edition_id: 5,
  new_count: 1,
  changed_count: 0,
  unchanged_count: 0,
  restored_count: 0,
  missing_count: 1,
  planned: [
    { sheet: "清单", number: 3, state: "new", known_by: "", code: "", title: "巡河", fields: [] },
  ],
  missing: [{ id: 70, code: "N-001", title: "出具证明", blocked: "依据未失效，不得移出" }],
};
const PREVIEW = `/api/editions/5/import/preview/${SHA}`;

beforeEach(() => {
  countyAnswers("social_work_clerk");
  server.use(answers("/api/editions/5", edition));
});

const open = () =>
  show(
    <Suspense>
      <ImportPage />
    </Suspense>,
    {
      path: "/lists/editions/:id/import",
      address: `/lists/editions/5/import?table=${SHA}`,
    },
  );

test("a guess is told at its cell, and what the table does not have is named before it may leave", async () => {
  server.use(answers(PREVIEW, good));
  open();
  expect(await screen.findByText("“〈巡河〉”理解为“巡河”")).toBeTruthy();
  expect(screen.getByText("依据未失效，不得移出")).toBeTruthy();
  expect(screen.getByText("有 1 处由系统代为理解，已在表中标出，请逐处核对。")).toBeTruthy();
});

test("a table goes into the draft with its reason, and once", async () => {
  const bodies: unknown[] = [];
  server.use(
    answers(PREVIEW, good),
    http.post("*/api/editions/5/import/commit", async ({ request }) => {
      bodies.push(await request.json());
      await delay(50);
      return HttpResponse.json({ new: 1, changed: 0, unchanged: 0, restored: 0, removed: 0 });
    }),
  );
  const { user, router } = open();
  await user.click(await screen.findByTestId("commit"));
  expect(await screen.findByText("请填写变动理由")).toBeTruthy();
  await user.type(screen.getByLabelText("变动理由"), "年度调整");
  await user.dblClick(screen.getByTestId("commit"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/lists/editions/5"));
  expect(bodies).toEqual([{ sha256: SHA, reason: "年度调整", remove_missing: false }]);
});

test("a faulty table cannot be taken over, only corrected", async () => {
  const fault = {
    sheet: "清单",
    row: 3,
    column: "A",
    cell: "A3",
    label: "事项名称",
    message: "重复",
  };
  server.use(answers(PREVIEW, { ...good, fault_count: 1, faults: [fault] }));
  open();
  expect((await screen.findAllByText("重复")).length).toBeGreaterThan(0);
  expect(screen.queryByTestId("commit")).toBeNull();
  expect(screen.getByText("下载标出错误的表格").closest("a")?.getAttribute("href")).toBe(
    `/api/editions/5/import/preview/${SHA}/corrected`,
  );
});
