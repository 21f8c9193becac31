import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { server } from "@/testing/server";
import { Component as SearchPage } from "./SearchPage";

const found = {
  code: "entries",
  label: "清单事项",
  count: 12,
  items: [
    { id: 7, path: "/lists/7", code: "A-003", title: "消防宣传", whose: "应急局", state: "协助" },
  ],
};
let asked: string[];

beforeEach(() => {
  countyAnswers();
  asked = [];
  server.use(
    http.get("*/api/search", ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(`${searchParams.get("q")} ${searchParams.get("limit")}`);
      return HttpResponse.json(searchParams.get("q") === "消防" ? [found] : []);
    }),
  );
});

const open = (address: string) =>
  show(
    <Suspense>
      <SearchPage />
    </Suspense>,
    { path: "/search", address },
  );

test("what is looked for stands in the address; each row leads to its page", async () => {
  const { user, router } = open("/search");
  await user.type(await screen.findByRole("searchbox"), "消防{Enter}");
  expect((await screen.findByText("消防宣传")).closest("a")?.getAttribute("href")).toBe("/lists/7");
  expect(router.state.location.search).toBe("?q=%E6%B6%88%E9%98%B2");
  expect(screen.getByTestId("found").textContent).toBe("“消防”共找到 12 条");
});

test("more are asked for when the first are not enough", async () => {
  const { user } = open("/search?q=消防");
  await user.click(await screen.findByText("显示更多"));
  expect(await screen.findByText("只显示前 1 条，请输入更多文字")).toBeTruthy();
  expect(asked).toEqual(["消防 10", "消防 50"]);
});

test("one character is too little, and the server is not asked", async () => {
  open("/search?q=消");
  expect(await screen.findByText("请至少输入两个字")).toBeTruthy();
  expect(asked).toEqual([]);
});

test("when nothing is found it is said", async () => {
  open("/search?q=没有");
  expect(await screen.findByText("没有找到与“没有”有关的内容")).toBeTruthy();
});
