import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { edition, entry } from "@/testing/lists";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as EntryFormPage } from "./EntryFormPage";

let now: typeof entry;

beforeEach(() => {
  countyAnswers("social_work_clerk");
  now = entry;
  server.use(
    http.get("*/api/entries/70", () => HttpResponse.json(now)),
    answers("/api/editions/5", edition),
  );
});

const open = (path = "/lists/:id/edit", address = "/lists/70/edit") =>
  show(
    <Suspense>
      <EntryFormPage />
    </Suspense>,
    { path, address },
  );

test("an entry is not changed without its reason", async () => {
  const { user } = open();
  await user.click(await screen.findByTestId("save-entry"));
  expect(await screen.findByText("请填写变动理由")).toBeTruthy();
});

test("what the server finds wrong stands at its field", async () => {
  server.use(
    http.put("*/api/entries/70", () =>
      problem(422, "legal_basis", "无法分出文件和条款", { field: "legal_basis" }),
    ),
  );
  const { user } = open();
  await user.type(await screen.findByLabelText("变动理由"), "改正");
  await user.click(screen.getByTestId("save-entry"));
  const field = (await screen.findByLabelText("法律依据")).closest(".ant-form-item");
  await waitFor(() =>
    expect(within(field as HTMLElement).getByText("无法分出文件和条款")).toBeTruthy(),
  );
});

test("a new entry is sent whole, with what is forbidden only in the negative list", async () => {
  let sent: Record<string, unknown> = {};
  server.use(
    http.post("*/api/editions/5/entries", async ({ request }) => {
      sent = (await request.json()) as typeof sent;
      return HttpResponse.json({ ...entry, id: 71 }, { status: 201 });
    }),
  );
  const { user, router } = open(
    "/lists/editions/:edition/entries/new",
    "/lists/editions/5/entries/new",
  );
  await user.type(await screen.findByLabelText("事项名称"), "代收水费");
  await user.type(screen.getByLabelText("法律依据"), "《某法》第二条");
  await user.type(screen.getByLabelText("变动理由"), "上级要求");
  await user.type(screen.getByLabelText("关键词"), "水费 代收{Enter}");
  await user.click(screen.getByTestId("save-entry"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/lists/editions/5"));
  expect(sent).toMatchObject({ title: "代收水费", keywords: ["水费 代收"], seq: null });
  expect(sent).not.toHaveProperty("version");
});

test("when two have changed an entry both versions are shown, and mine goes upon theirs", async () => {
  const bodies: Record<string, unknown>[] = [];
  server.use(
    http.put("*/api/entries/70", async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>;
      bodies.push(body);
      if (body.version !== now.version) return problem(409, "stale", "已被他人修改");
      return HttpResponse.json(now);
    }),
  );
  const { user } = open();
  const title = await screen.findByLabelText("事项名称");
  await user.type(title, "（户籍）");
  await user.type(screen.getByLabelText("变动理由"), "写清楚");
  now = { ...entry, version: 4, remark: "他人所写", title: "出具证明" };
  await user.click(screen.getByTestId("save-entry"));
  const both = within(await screen.findByTestId("stale"));
  expect(both.getByText("出具证明")).toBeTruthy();
  expect(both.getByText("出具居民身份证明（户籍）")).toBeTruthy();
  await user.click(screen.getByTestId("keep-mine"));
  await user.click(screen.getByTestId("save-entry"));
  await waitFor(() => expect(bodies).toHaveLength(2));
  expect(bodies[1]).toMatchObject({
    version: 4,
    title: "出具居民身份证明（户籍）",
    remark: "他人所写",
    reason: "写清楚",
  });
});

test("what was typed is there again after the page was left", async () => {
  const first = open();
  await first.user.type(await screen.findByLabelText("变动理由"), "写到一半");
  await waitFor(() => expect(JSON.stringify(localStorage)).toContain("写到一半"));
});
