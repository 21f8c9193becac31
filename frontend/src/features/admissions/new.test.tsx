import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { application } from "@/testing/samples";
import { answers, server } from "@/testing/server";
import { Component as NewApplication } from "./NewApplicationPage";

let keys: (string | null)[];
let bodies: Record<string, unknown>[];

const matter = {
  id: 9,
  code: "SX-0009",
  title: "防汛巡查",
  object_type: "work_matter",
  category: "regular",
  village_duty: "协助巡查",
  person_days: "3.0",
  legal_bases: [
    { document: "防洪法", article: "第八条", version: "2016", quotation: "", level: "law" },
  ],
  demands: [],
  funding_due: [],
  scope: ["540522100201"],
};

beforeEach(() => {
  countyAnswers();
  keys = [];
  bodies = [];
  server.use(
    http.post("*/api/applications", async ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      bodies.push((await request.json()) as Record<string, unknown>);
      return HttpResponse.json(application, { status: 201 });
    }),
  );
});

const open = () =>
  show(<NewApplication />, { path: "/applications/new", address: "/applications/new" });

test("a new draft is created once, under one key, and opens in the form", async () => {
  server.use(
    http.post(
      "*/api/applications",
      ({ request }) => {
        keys.push(request.headers.get("Idempotency-Key"));
        return HttpResponse.error();
      },
      { once: true },
    ),
  );
  const { user, router } = open();
  await user.type(screen.getByLabelText("事项名称"), "汛期巡查");
  await user.click(screen.getByRole("button", { name: "开始填写" }));
  await screen.findByRole("alert");
  await user.click(screen.getByRole("button", { name: "开始填写" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/applications/7/edit"));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(bodies).toEqual([
    {
      kind: "admit",
      object_type: "work_matter",
      category: "regular",
      title: "汛期巡查",
      concerns: [],
    },
  ]);
});

test("before anything is written it is said who is heard, who decides and how long it may take", async () => {
  const { user } = open();
  const ahead = await screen.findByTestId("course-ahead");
  expect(ahead.textContent).toContain("征求意见：乡镇、村（社区）");
  expect(ahead.textContent).toContain("分管县领导 → 县委常委会，由县委常委会决定");
  await user.click(screen.getByRole("radio", { name: /临时类/ }));
  expect(ahead.textContent).toContain("由联席会议决定");
});

test("what is urgent is registered on its own page", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("radio", { name: /紧急类/ }));
  expect(screen.getByRole("link", { name: "前往紧急事项登记" }).getAttribute("href")).toBe(
    "/urgent/new",
  );
  expect(screen.queryByRole("button", { name: "开始填写" })).toBeNull();
});

test("an adjustment begins with what the matter says today", async () => {
  server.use(
    answers("/api/matters", { items: [matter], total: 1 }),
    answers("/api/matters/9", matter),
  );
  const { user, router } = open();
  await user.click(await screen.findByRole("radio", { name: /调整/ }));
  await user.click(screen.getByRole("button", { name: "开始填写" }));
  expect(await screen.findByText("请选择一个事项")).toBeTruthy();
  await user.click(screen.getByRole("combobox", { name: "涉及哪些事项" }));
  await user.click((await screen.findAllByTitle("SX-0009 防汛巡查"))[0] as HTMLElement);
  await user.click(screen.getByRole("button", { name: "开始填写" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/applications/7/edit"));
  expect(bodies[0]).toMatchObject({
    kind: "adjust",
    concerns: [9],
    title: "防汛巡查",
    village_duty: "协助巡查",
    person_days: "3.0",
    scope: ["540522100201"],
  });
});
