import { screen, waitFor, within } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import type { LegacyPreview } from "@/api/types";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as Import } from "./ImportPage";

const SHA = "a".repeat(64);
const good: LegacyPreview = {
  sha256: SHA,
  name: "存量.xlsx",
  sheet: "存量",
  row_count: 2,
  fault_count: 0,
  guess_count: 0,
  columns: [
    { name: "department", label: "部门" },
    { name: "title", label: "事项名称" },
  ],
  rows: [
    { sheet: "存量", number: 2, cells: ["水务局", "河道巡查"], faulty: false, guessed: false },
    { sheet: "存量", number: 3, cells: ["气象台", "测雨"], faulty: true, guessed: false },
  ],
  faults: [],
  guesses: [],
  skipped: [],
  departments: [{ department: "县水务局", rows: 2 }],
  readmit_by: "2027-05-22",
  imported: null,
};
const fault = (row: number, label: string, message: string) => ({
  sheet: "存量",
  row,
  column: "A",
  cell: row ? `A${row}` : "",
  label,
  message,
});
const faulty: LegacyPreview = {
  ...good,
  fault_count: 2,
  faults: [fault(3, "部门", "没有名为“气象台”的县直部门"), fault(0, "", "表头之下没有内容")],
};
const PREVIEW = `/api/legacy/preview/${SHA}`;

const open = (address = `/legacy/import?table=${SHA}`) =>
  show(<Import />, { path: "/legacy/import", address });

test("a table that is sent is shown with its faults in their cells, and cannot be taken over", async () => {
  server.use(http.post("*/api/legacy/preview", () => HttpResponse.json(faulty)));
  const { user, router } = open("/legacy/import");
  const file = new File(["x"], "存量.xlsx");
  await user.upload(document.querySelector("input[type=file]") as HTMLInputElement, file);
  const row = (await screen.findByRole("rowheader", { name: "3" })).closest("tr") as HTMLElement;
  expect(within(row).getByText("没有名为“气象台”的县直部门")).toBeTruthy();
  expect(screen.queryByTestId("commit")).toBeNull();
  const marked = screen.getByText("下载标出错误的表格").closest("a");
  expect(marked?.getAttribute("href")).toBe(`/api/legacy/preview/${SHA}/corrected`);
  expect(router.state.location.search).toBe(`?table=${SHA}`);
});

test("what cannot be read at all is told where the file is chosen", async () => {
  server.use(
    http.post("*/api/legacy/preview", () => problem(422, "file_type", "只接受以下格式的文件")),
  );
  const { user } = open("/legacy/import");
  const file = new File(["x"], "存量.xlsx");
  await user.upload(document.querySelector("input[type=file]") as HTMLInputElement, file);
  expect(await screen.findByText("只接受以下格式的文件")).toBeTruthy();
});

test("a good table is taken over once, however often the button is pressed", async () => {
  let sent = 0;
  const made = {
    id: 1,
    sha256: SHA,
    rows: 2,
    readmit_by: "2027-05-22",
    imported_by: "演示经办员",
    imported_at: "2026-11-22T01:00:00Z",
  };
  server.use(
    http.get(`*${PREVIEW}`, () => HttpResponse.json({ ...good, imported: sent ? made : null })),
    http.post("*/api/legacy/commit", async ({ request }) => {
      sent += 1;
      expect(await request.json()).toEqual({ sha256: SHA });
      await delay(100);
      return HttpResponse.json(made, { status: 201 });
    }),
  );
  const { user } = open();
  const button = await screen.findByTestId("commit");
  await user.dblClick(button);
  expect(await screen.findByText("已导入 2 项存量事项")).toBeTruthy();
  await waitFor(() => expect(sent).toBe(1));
});

test("a table that has been taken over before says so when it is opened again", async () => {
  const imported = {
    ...good,
    imported: {
      id: 1,
      sha256: SHA,
      rows: 2,
      readmit_by: "2027-05-22",
      imported_by: "演示经办员",
      imported_at: "2026-11-22T01:00:00Z",
    },
  };
  server.use(answers(PREVIEW, imported));
  open();
  expect(await screen.findByText(/演示经办员 于/)).toBeTruthy();
  expect(screen.queryByTestId("commit")).toBeNull();
});
