import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test, vi } from "vitest";

import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as Archive } from "./ArchivePage";

const pack = {
  id: 9,
  finished_at: "2026-11-23T02:01:00Z",
  total: 4,
  size: 4096,
  sha256: "cd".repeat(32),
};
const year = { year: 2026, papers: 4, valid: 2, voided: 1, erased: 1, size: 81920, packages: [] };
const erasure = {
  id: 1,
  document_id: 5,
  number: "演社工证〔2026〕1号",
  kind: "certificate",
  kind_label: "村（社区）证明",
  issued_on: "2026-03-02",
  due_on: "2026-04-01",
  erased_at: "2026-04-01T22:00:00Z",
  rule: "村（社区）证明的电子文件保管30天",
  sha256: "ef".repeat(32),
};

test("each year says what there is, what is void, what was erased, and which packages were made", async () => {
  server.use(
    answers("/api/archive", [{ ...year, packages: [pack] }]),
    answers("/api/archive/erasures", { items: [erasure], total: 1 }),
    answers("/api/batches/jobs", []),
  );
  show(<Archive />);
  const row = (await screen.findByRole("rowheader", { name: "2026" })).closest("tr");
  if (!row) throw new Error("no row");
  expect(within(row).getByText("cd".repeat(32))).toBeTruthy();
  expect(within(row).getByRole("link", { name: "下载" }).getAttribute("href")).toBe(
    "/api/batches/9/file",
  );
  expect(within(row).queryByRole("button")).toBeNull();
  const paper = await screen.findByRole("link", { name: "演社工证〔2026〕1号" });
  expect(paper.getAttribute("href")).toBe("/documents/5");
  expect(screen.getByText("村（社区）证明的电子文件保管30天")).toBeTruthy();
});

test("whoever may has a year's package made", async () => {
  const sent = vi.fn();
  server.use(
    answers("/api/archive", [year]),
    answers("/api/archive/erasures", { items: [], total: 0 }),
    answers("/api/batches/jobs", [{ name: "archive", label: "年度归档包", about: "" }]),
    http.post("*/api/batches/archive", async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json({ id: 9 });
    }),
  );
  const { user, router } = show(<Archive />);
  await user.click(await screen.findByRole("button", { name: "制作归档包 2026" }));
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/batches/9"));
  expect(sent).toHaveBeenCalledWith({ year: 2026 });
});
