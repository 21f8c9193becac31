import { screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, test } from "vitest";
import type { Role } from "@/api/types";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as Home } from "./HomePage";

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
  const items = [{ id: 7, title: "汛期巡查", since: null }];
  server.use(
    answers("/api/todo", [
      { code: "notified", label: "签收", page: "placements", count: 3, items },
      { code: "entered", label: "办结", page: "placements", count: 1, items },
    ]),
  );
  open();
  expect(await screen.findByText("共 4 件等待您办理")).toBeTruthy();
});
