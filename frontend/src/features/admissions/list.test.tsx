import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { server } from "@/testing/server";
import { Component as Applications } from "./ApplicationsPage";

const row = {
  id: 7,
  title: "汛期巡查",
  kind: "adjust",
  category: "regular",
  category_label: "常规类",
  object_type: "work_matter",
  object_type_label: "工作事项",
  department: "县应急管理局",
  status: "submitted",
  status_label: "已申报",
  submitted_at: null,
  villages: 2,
  due_on: "2026-11-25",
};
let asked: URLSearchParams[];

function open(role: string, address = "/applications") {
  countyAnswers(role);
  asked = [];
  server.use(
    http.get("*/api/applications", ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json({ items: [row], total: 1 });
    }),
  );
  return show(
    <Suspense>
      <Applications />
    </Suspense>,
    { path: "/applications", address },
  );
}

beforeEach(() => {
  window.matchMedia = ((query: string) => ({
    matches: true,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as never;
});

test("what is filtered and ordered by is asked of the server, and exported alike", async () => {
  open(
    "social_work_clerk",
    "/applications?kind=adjust&category=regular&department=3&ordering=due_on",
  );
  expect(await screen.findByRole("link", { name: "汛期巡查" })).toBeTruthy();
  const query = Object.fromEntries(asked.at(-1) ?? []);
  expect(query).toMatchObject({
    kind: "adjust",
    category: "regular",
    department: "3",
    ordering: "due_on",
  });
  expect(screen.getByRole("link", { name: "Excel" }).getAttribute("href")).toContain("kind=adjust");
  expect(screen.getByText("2026年11月25日")).toBeTruthy();
});

test("the office may choose a department; a department sees its own only", async () => {
  const { user } = open("social_work_clerk");
  await user.click(await screen.findByRole("combobox", { name: "申请部门" }));
  await user.click(await screen.findByTitle("县财政局"));
  await waitFor(() => expect(asked.at(-1)?.get("department")).toBe("4"));
});

test("a department's clerk begins a new application here", async () => {
  open("department_clerk");
  expect(await screen.findByTestId("new-application")).toBeTruthy();
  expect(screen.queryByRole("combobox", { name: "申请部门" })).toBeNull();
});
