import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { SCHEMA, SETTINGS } from "@/testing/settings";
import { Component as Edit } from "./EditPage";

interface Sent {
  based_on: number;
  note: string;
  settings: typeof SETTINGS;
}

beforeEach(() => {
  countyAnswers("county_admin");
  server.use(
    answers("/api/configuration/schema", SCHEMA),
    answers("/api/configuration", {
      number: 3,
      settings: SETTINGS,
      note: "",
      made_by: "系统",
      made_at: "2026-01-01T00:00:00Z",
      warnings: [],
    }),
  );
});

const days = () => screen.findByLabelText(/补正期限/);

test("what will differ is shown before it is saved, and a reason is asked for", async () => {
  let sent: Sent | undefined;
  server.use(
    http.post("*/api/configuration", async ({ request }) => {
      sent = (await request.json()) as Sent;
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  const { user, router } = show(<Edit />);
  const input = await days();
  expect(screen.getByText("与现行版本没有不同")).toBeTruthy();
  await user.clear(input);
  await user.type(input, "15");
  const row = within(await screen.findByTestId("changes")).getByRole("row", { name: /补正期限/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["10 个工作日", "15 个工作日"]);
  await user.click(screen.getByTestId("save-configuration"));
  expect(await screen.findByText("请填写修改说明")).toBeTruthy();
  await user.type(screen.getByLabelText("修改说明"), "县委会议纪要");
  await user.click(screen.getByTestId("save-configuration"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/configuration"));
  expect(sent?.based_on).toBe(3);
  expect(sent?.note).toBe("县委会议纪要");
  expect(sent?.settings).toMatchObject({ correction_days: 15, urgent: { decision_days: 10 } });
});

test("a number outside its bounds is told at its field and not sent", async () => {
  let asked = 0;
  server.use(
    http.post("*/api/configuration", () => {
      asked += 1;
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  const { user } = show(<Edit />);
  const input = await days();
  await user.clear(input);
  await user.type(input, "500");
  expect(await screen.findByText("应在 1 至 120 之间")).toBeTruthy();
  await user.type(screen.getByLabelText("修改说明"), "试");
  await user.click(screen.getByTestId("save-configuration"));
  await waitFor(() => expect(document.activeElement).toBe(input));
  expect(asked).toBe(0);
});

test("the server's faults stand at their fields, those within a group, too", async () => {
  server.use(
    http.post("*/api/configuration", () =>
      problem(422, "invalid", "请改正标出的各项", {
        errors: [{ field: "settings.urgent.decision_days", detail: "不得短于补报申请期限" }],
      }),
    ),
  );
  const { user } = show(<Edit />);
  await user.click(await screen.findByLabelText("办理与复核分开"));
  await user.type(screen.getByLabelText("修改说明"), "试");
  await user.click(screen.getByTestId("save-configuration"));
  expect(await screen.findByText("不得短于补报申请期限")).toBeTruthy();
});

test("when somebody else was faster, both versions are shown and mine can be kept", async () => {
  const bodies: Sent[] = [];
  server.use(
    http.post("*/api/configuration", async ({ request }) => {
      bodies.push((await request.json()) as Sent);
      if (bodies.length > 1) return HttpResponse.json({}, { status: 201 });
      return problem(409, "stale", "参数已被他人修改为第 4 版", {
        field: "based_on",
        params: { version: 4, current: { ...SETTINGS, four_eyes: false }, based_on: SETTINGS },
      });
    }),
  );
  const { user, router } = show(<Edit />);
  const input = await days();
  await user.clear(input);
  await user.type(input, "15");
  await user.type(screen.getByLabelText("修改说明"), "试");
  await user.click(screen.getByTestId("save-configuration"));
  const both = within(await screen.findByTestId("stale"));
  const cells = (name: RegExp) =>
    within(both.getByRole("row", { name }))
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
  expect(cells(/补正期限/)).toEqual(["10 个工作日", "10 个工作日", "15 个工作日"]);
  expect(cells(/办理与复核分开/)).toEqual(["是", "否", "是"]);
  await user.click(screen.getByTestId("keep-mine"));
  await user.click(screen.getByTestId("save-configuration"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/configuration"));
  expect(bodies[1]?.based_on).toBe(4);
  expect(bodies[1]?.settings).toMatchObject({ correction_days: 15, four_eyes: false });
});

test("a special course is added, and what it leaves open is as usual", async () => {
  let sent: Sent | undefined;
  server.use(
    http.post("*/api/configuration", async ({ request }) => {
      sent = (await request.json()) as Sent;
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  const { user } = show(<Edit />);
  await user.click(await screen.findByTestId("add-course"));
  const card = within(await screen.findByTestId("course-0"));
  await user.click(card.getByRole("switch", { name: "另行规定决定机构" }));
  await user.click(card.getByRole("checkbox", { name: "联席会议" }));
  await user.type(screen.getByLabelText("修改说明"), "试");
  await user.click(screen.getByTestId("save-configuration"));
  await waitFor(() => expect(sent).toBeDefined());
  expect(sent?.settings.courses?.[0]).toMatchObject({
    bodies: ["leader", "committee"],
    consult: null,
    object_type: null,
  });
});
