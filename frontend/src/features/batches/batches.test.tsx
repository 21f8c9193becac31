import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test, vi } from "vitest";

import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { ExportPapers } from "@/ui/AskForBatch";
import { Component as Batches } from "./BatchesPage";
import { Component as One } from "./BatchPage";

const batch = {
  id: 7,
  version: 2,
  job: "archive",
  job_label: "年度归档包",
  title: "2026年文书归档包",
  status: "running",
  status_label: "制作中",
  total: 4,
  made: 1,
  failed: 0,
  params: { year: 2026 },
  asked_by_name: "演示经办员",
  asked_at: "2026-11-23T02:00:00Z",
  finished_at: null,
  file_name: "",
  sha256: "",
  size: 0,
  error: "",
  faults: [],
};
const done = {
  ...batch,
  status: "done",
  status_label: "已完成",
  made: 4,
  file_name: "文书归档包_2026.zip",
  sha256: "ab".repeat(32),
  size: 4096,
  finished_at: "2026-11-23T02:01:00Z",
};

/** What the page asks for besides the batch itself. */
const around = (actions: object[] = []) => [
  answers("/api/batches/7/actions", actions),
  answers("/api/batches/7/history", []),
];

test("how far a batch has come moves by itself, and in the end there is its file", async () => {
  let asked = 0;
  server.use(
    ...around(),
    http.get("*/api/batches/7", () => {
      asked += 1;
      return HttpResponse.json(asked === 1 ? batch : done);
    }),
  );
  show(<One />, { path: "/batches/:id", address: "/batches/7" });
  expect(await screen.findByText("1 / 4 件")).toBeTruthy();
  expect(screen.queryByTestId("download")).toBeNull();
  const file = await screen.findByTestId("download", {}, { timeout: 5_000 });
  expect(file.getAttribute("href")).toBe("/api/batches/7/file");
  expect(screen.getByText("4 / 4 件")).toBeTruthy();
  expect(screen.getByText("ab".repeat(32))).toBeTruthy();
});

test("what could not be made says why, and can be taken up again", async () => {
  const taken = vi.fn();
  server.use(
    ...around([{ name: "resume", label: "继续制作", hindrance: null }]),
    answers("/api/batches/7", {
      ...batch,
      status: "failed",
      status_label: "未完成",
      failed: 1,
      error: "1件未能制成",
      faults: [{ place: 2, label: "演社工准〔2026〕2号", error: "文件不在存储中" }],
    }),
    http.post("*/api/batches/7/resume", () => {
      taken();
      return HttpResponse.json({ ...batch, status: "waiting" });
    }),
  );
  const { user } = show(<One />, { path: "/batches/:id", address: "/batches/7" });
  expect(await screen.findByText("1件未能制成")).toBeTruthy();
  expect(screen.getByRole("cell", { name: "文件不在存储中" })).toBeTruthy();
  await user.click(await screen.findByTestId("step-resume"));
  await user.click(await screen.findByTestId("confirm-resume"));
  await vi.waitFor(() => expect(taken).toHaveBeenCalled());
});

test("a job is asked for in a dialog, and one goes to where one sees it", async () => {
  const sent = vi.fn();
  server.use(
    answers("/api/batches", { items: [], total: 0 }),
    answers("/api/labels", { batch: [] }),
    answers("/api/townships", { items: [{ id: 3, name: "吉雄镇" }], total: 1 }),
    answers("/api/batches/jobs", [
      { name: "disclosure", label: "公开栏公示单", about: "每村一份" },
      { name: "export", label: "文书导出包", about: "从文书登记导出" },
    ]),
    http.post("*/api/batches/disclosure", async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json(batch);
    }),
  );
  const { user, router } = show(<Batches />);
  await user.click(await screen.findByTestId("ask-disclosure"));
  expect(screen.queryByTestId("ask-export")).toBeNull();
  await user.click(await screen.findByRole("combobox", { name: "纸张" }));
  await user.click(await screen.findByTitle("A3"));
  await user.click(screen.getByTestId("confirm-ask-disclosure"));
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/batches/7"));
  expect(sent).toHaveBeenCalledWith({ size: "A3" });
});

/** Somebody who has the archive and may export. */
const exporter = () => [
  answers("/api/me", { may: ["archive"], role: "auditor" }),
  answers("/api/batches/jobs", [{ name: "export", label: "文书导出包", about: "" }]),
];

test("the filters of the list of papers are those of their export", async () => {
  const sent = vi.fn();
  server.use(
    ...exporter(),
    http.post("*/api/batches/export", async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json(batch);
    }),
  );
  const address = new URLSearchParams("kind=approval&page=3&q=巡护&organisation=4");
  const { user } = show(<ExportPapers address={address} />);
  await user.click(await screen.findByRole("button", { name: "导出这些文书" }));
  await vi.waitFor(() =>
    expect(sent).toHaveBeenCalledWith({ q: "巡护", kind: "approval", organisation: 4 }),
  );
});

test("an export of nothing says so where it was asked for", async () => {
  server.use(
    ...exporter(),
    http.post("*/api/batches/export", () =>
      problem(409, "nothing", "没有符合条件的内容，无需制作"),
    ),
  );
  const { user } = show(<ExportPapers address={new URLSearchParams()} />);
  await user.click(await screen.findByRole("button", { name: "导出这些文书" }));
  expect(await screen.findByText("没有符合条件的内容，无需制作")).toBeTruthy();
});
