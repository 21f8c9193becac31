import { screen, waitFor } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { countyQuery } from "@/api/client";
import { takeStep } from "@/api/steps";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { ActionBar } from "./ActionBar";

const actions = countyQuery.queryOptions("get", "/api/applications/{id}/actions", {
  params: { path: { id: 7 } },
});
const bar = (
  <ActionBar
    actions={actions}
    forms={{ approve: { fields: { resolution_number: { kind: "text", required: true } } } }}
    take={(step, body) => takeStep("applications", 7, step, { version: 3, ...body })}
  />
);

test("a greyed button can be reached, says why, and does nothing", async () => {
  server.use(
    answers("/api/applications/7/actions", [
      { name: "submit", label: "申报", hindrance: "请填写：必要性说明" },
    ]),
  );
  const { user } = show(bar);
  const button = await screen.findByTestId("step-submit");
  expect(button.getAttribute("aria-disabled")).toBe("true");
  const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toBe("申报：请填写：必要性说明");
  await user.tab();
  expect(document.activeElement).toBe(button);
  await user.click(button);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a step is taken once, however often its button is clicked", async () => {
  const bodies: unknown[] = [];
  server.use(
    answers("/api/applications/7/actions", [
      { name: "approve", label: "登记同意决定", hindrance: null },
    ]),
    http.post("*/api/applications/7/approve", async ({ request }) => {
      bodies.push(await request.json());
      await delay(50);
      return HttpResponse.json({});
    }),
  );
  const { user } = show(bar);
  await user.click(await screen.findByTestId("step-approve"));
  await user.type(await screen.findByLabelText("决定编号"), "常委会〔2026〕5号");
  await user.dblClick(screen.getByTestId("confirm-approve"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(bodies).toEqual([{ version: 3, resolution_number: "常委会〔2026〕5号" }]);
});

test("a step asks for what it needs, and shows the server's refusal at its field", async () => {
  server.use(
    answers("/api/applications/7/actions", [
      { name: "approve", label: "登记同意决定", hindrance: null },
    ]),
    http.post("*/api/applications/7/approve", () =>
      problem(409, "four_eyes", "复审人不能登记该申请的决定", { field: "resolution_number" }),
    ),
  );
  const { user } = show(bar);
  await user.click(await screen.findByTestId("step-approve"));
  await user.click(await screen.findByTestId("confirm-approve"));
  expect(await screen.findByText("请填写决定编号")).toBeTruthy();
  await user.type(screen.getByLabelText("决定编号"), "5");
  await user.click(screen.getByTestId("confirm-approve"));
  await waitFor(() => expect(screen.getAllByText("复审人不能登记该申请的决定")).toHaveLength(2));
  expect(screen.getByRole("dialog")).toBeTruthy();
});

test("each verdict of a review is a radio group with a name", async () => {
  server.use(
    answers("/api/applications/7/actions", [{ name: "review", label: "复审", hindrance: null }]),
  );
  const forms = { review: { fields: { findings: { kind: "findings" } } } } as const;
  const { user } = show(<ActionBar actions={actions} forms={forms} take={async () => undefined} />);
  await user.click(await screen.findByTestId("step-review"));
  const names = ["合法性结论", "可行性结论", "合理性结论"];
  for (const name of names) expect(await screen.findByRole("radiogroup", { name })).toBeTruthy();
});

test("whoever was overtaken sees what it is now, behind the dialog that says so", async () => {
  let asked = 0;
  server.use(
    http.get("*/api/applications/7/actions", () => {
      asked += 1;
      return HttpResponse.json([{ name: "submit", label: "申报", hindrance: null }]);
    }),
    http.post("*/api/applications/7/submit", () =>
      problem(409, "stale", "该记录已被他人修改，请对照最新内容后再保存"),
    ),
  );
  const { user } = show(bar);
  await user.click(await screen.findByTestId("step-submit"));
  await user.click(await screen.findByTestId("confirm-submit"));
  expect(await screen.findByText("该记录已被他人修改，请对照最新内容后再保存")).toBeTruthy();
  await waitFor(() => expect(asked).toBe(2));
});
