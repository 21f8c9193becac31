import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { placement, townshipAnswers } from "@/testing/township";
import { Component as PlacementPage } from "./PlacementPage";
import { Component as PlacementsPage } from "./PlacementsPage";

const RIGHTS = [
  { name: "refuse", label: "拒绝承接", hindrance: null },
  { name: "petition", label: "要求退出", hindrance: null },
  { name: "comment", label: "年度复核意见", hindrance: "年度复核期为 11-01 至 12-31" },
];

beforeEach(() => {
  townshipAnswers();
  server.use(
    answers("/api/placements/5", placement),
    answers("/api/placements/5/history", []),
    answers("/api/placements/5/actions", []),
    answers("/api/placements/5/rights", RIGHTS),
    answers("/api/placements/5/said", []),
    answers("/api/documents/9", { standing: "provisional", standing_label: "先行有效" }),
  );
});

const open = () =>
  show(
    <Suspense>
      <PlacementPage />
    </Suspense>,
    { path: "/placements/:id", address: "/placements/5" },
  );

test("what entered first says that it is not approved yet, and what that means", async () => {
  open();
  expect(await screen.findByText("先行进入，尚未批准")).toBeTruthy();
  expect(screen.getByText(/不批准的，到期自动失效，届时不用再做/)).toBeTruthy();
});

test("what is gone says by which paper, what takes its place, and that nobody may ask for it again", async () => {
  server.use(
    answers("/api/placements/5", {
      ...placement,
      status: "closed",
      status_label: "已撤销",
      closing_reason: "并入防汛工作",
      closing_number: "演社工并〔2026〕1号",
      closing_document_id: 10,
      successors: [
        {
          id: 6,
          title: "防汛工作",
          status: "entered",
          status_label: "已签收，办理中",
          document_number: "演社工准〔2026〕8号",
        },
      ],
    }),
  );
  open();
  expect(await screen.findByText(/任何单位不得再要求办理/)).toBeTruthy();
  expect(screen.queryByText(/届时不用再做/)).toBeNull();
  expect(screen.getByRole("link", { name: "防汛工作" }).getAttribute("href")).toBe("/placements/6");
});

test("a village petitions with its meeting; what it may not say now is grey, with the reason", async () => {
  const bodies: unknown[] = [];
  server.use(
    http.post("*/api/placements/5/petition", async ({ request }) => {
      bodies.push(await request.json());
      return HttpResponse.json([], { status: 201 });
    }),
  );
  const { user } = open();
  expect((await screen.findByTestId("right-refuse")).getAttribute("href")).toBe(
    "/refusals/new?placement=5",
  );
  expect(screen.getByText("年度复核意见：年度复核期为 11-01 至 12-31")).toBeTruthy();
  await user.click(screen.getByTestId("right-comment"));
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(screen.getByTestId("right-petition"));
  await user.click(await screen.findByTestId("confirm-petition"));
  expect(await screen.findByText("请填写会议日期")).toBeTruthy();
  await user.type(screen.getByLabelText("会议日期"), "2026-11-20");
  await user.type(screen.getByLabelText("到会情况"), "应到68户，实到56户");
  await user.type(screen.getByLabelText("要求退出的理由"), "入户过多");
  await user.click(screen.getByTestId("confirm-petition"));
  await waitFor(() =>
    expect(bodies).toEqual([
      { meeting_on: "2026-11-20", attendance: "应到68户，实到56户", reason: "入户过多" },
    ]),
  );
});

test("what was removed is shown beside what was added, each with its paper", async () => {
  const row = {
    ...placement,
    id: 8,
    title: "旧台账",
    status: "closed",
    status_label: "已撤销",
    provisional: false,
    provisional_label: "",
    closed_at: "2026-11-21T02:00:00Z",
    closing_number: "演社工撤〔2026〕2号",
  };
  server.use(
    http.get("*/api/placements", ({ request }) => {
      const gone = new URL(request.url).searchParams.get("status") === "closed";
      return HttpResponse.json({ items: [gone ? row : placement], total: 1 });
    }),
  );
  show(
    <Suspense>
      <PlacementsPage />
    </Suspense>,
  );
  const removed = await screen.findByRole("region", { name: "最近移出" });
  expect(within(removed).getByText(/2026年11月21日 移出，凭 演社工撤〔2026〕2号/)).toBeTruthy();
  const added = screen.getByRole("region", { name: "最近进入" });
  expect(within(added).getByText("先行进入，尚未批准")).toBeTruthy();
});
