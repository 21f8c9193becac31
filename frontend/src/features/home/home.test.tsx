import { screen, waitFor } from "@testing-library/react";
import { Suspense } from "react";
import { expect, test } from "vitest";
import type { Role } from "@/api/types";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as Home } from "./HomePage";
import { hrefOf, moreHref } from "./hrefs";

const as = (role: Role, may: string[]) =>
  server.use(
    answers("/api/me", { name: "演示账号", role, may, realm: { kind: "county" } }),
    answers("/api/todo", []),
  );
const open = () =>
  show(
    <Suspense>
      <Home />
    </Suspense>,
  );

test("a role that takes no step is told so, and where to go", async () => {
  as("auditor", ["board", "documents"]);
  open();
  expect(await screen.findByText(/您的角色负责查看和监督/)).toBeTruthy();
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
    "/documents",
    "/board",
  ]);
});

test("a role with steps is told that none waits now", async () => {
  as("social_work_clerk", ["applications"]);
  open();
  expect(await screen.findByText("目前没有等待您办理的事项")).toBeTruthy();
});

test("what waits is counted over all groups", async () => {
  as("village_officer", ["placements"]);
  const items = [{ id: 7, title: "汛期巡查", since: null, due_on: null, left: null }];
  server.use(
    answers("/api/todo", [
      { code: "notified", label: "签收", page: "placements", count: 3, items },
      { code: "entered", label: "办结", page: "placements", count: 1, items },
    ]),
  );
  open();
  expect(await screen.findByText("共 4 件等待您办理")).toBeTruthy();
});

test("an item says by when, and how many working days are left", async () => {
  as("social_work_clerk", []);
  const item = (id: number, left: number) => ({
    id,
    title: `事项${id}`,
    since: null,
    due_on: "2026-11-25",
    left,
  });
  server.use(
    answers("/api/todo", [
      {
        code: "submitted",
        label: "受理",
        page: "applications",
        count: 2,
        items: [item(1, -1), item(2, 3)],
      },
    ]),
  );
  open();
  expect(await screen.findByText("已超期 1 个工作日")).toBeTruthy();
  expect(screen.getByText("还有 3 个工作日")).toBeTruthy();
});

test("each group leads to where its act is done, and to the rest of its kind", () => {
  const group = (page: string, code: string) => ({ page, code, label: "", count: 0, items: [] });
  expect(hrefOf(group("applications", "edit"), 7)).toBe("/applications/7/edit");
  expect(hrefOf(group("opinions", "answer"), 7)).toBe("/opinions/7");
  expect(moreHref(group("applications", "submitted"))).toBe("/applications?status=submitted");
  expect(moreHref(group("matters", "confirm"))).toBe("/matters");
  expect(hrefOf(group("lists/editions", "comment"), 7)).toBe("/lists/editions/7");
  expect(moreHref(group("lists/editions", "comment"))).toBe("/lists");
  expect(hrefOf(group("contracts", "pay"), 7)).toBe("/contracts/7?tab=payments");
  expect(hrefOf(group("contracts", "sign"), 7)).toBe("/contracts/7");
});

test("what changed since the last visit stands below, until it is said to be seen", async () => {
  as("auditor", ["notices"]);
  server.use(
    answers("/api/me", {
      username: "演示",
      role: "auditor",
      may: ["notices"],
      realm: { kind: "county", code: "540522" },
    }),
    answers("/api/notices", {
      total: 1,
      items: [
        {
          id: 9,
          effect: "removed",
          effect_label: "取消",
          title: "已撤销，不再承担：河道清漂",
          text: "",
          page: "matters",
          object_id: 3,
          village_name: null,
          created_at: "2026-11-20T02:00:00Z",
        },
      ],
    }),
  );
  const { user } = open();
  expect(await screen.findByRole("link", { name: /已撤销/ })).toBeTruthy();
  server.use(answers("/api/notices", { total: 0, items: [] }));
  await user.click(screen.getByRole("button", { name: "知道了" }));
  expect(await screen.findByText("上次来访以来没有新的通知")).toBeTruthy();
  await waitFor(() => expect(localStorage.getItem("zhunru.seen.540522.演示.auditor")).toBe("9"));
});

test("a year that is missing in the calendar is said loudly where the day begins", async () => {
  as("county_admin", ["calendar"]);
  server.use(
    answers("/api/calendar/warnings", {
      years: [{ year: 2027, message: "2027年工作日历尚未录入" }],
      undated: 2,
    }),
  );
  open();
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("2027年工作日历尚未录入");
  expect(alert.textContent).toContain("有 2 个办理时限");
});
