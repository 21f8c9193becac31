import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as SealPage } from "./SealPage";

const seal = (more: object = {}) => ({
  id: 1,
  version: 4,
  name: "演示单位",
  holder: "演示单位",
  organisation: 1,
  village: null,
  rank: "party_office",
  rank_label: "党的机关及其工作部门",
  diameter_mm: "42.0",
  specimen: true,
  keeper: { id: 5, name: "演示用印员" },
  approver: null,
  registered_on: "2026-01-01",
  valid_until: null,
  revoked_on: null,
  revoked_reason: "",
  grants: [],
  may: ["appoint", "grant", "revoke"],
  ...more,
});

function open(body: object) {
  countyAnswers("social_work_head");
  server.use(
    answers("/api/seals/1", body as never),
    answers("/api/seals/1/history", []),
    answers("/api/seals/1/candidates", {
      keepers: [{ id: 5, name: "演示用印员", role: "用印保管员" }],
      approvers: [{ id: 6, name: "演示负责人", role: "社会工作部负责人" }],
    }),
  );
  return show(<SealPage />, { path: "/seals/:id", address: "/seals/1" });
}

test("keeper and approver are appointed together; who is left alone stays", async () => {
  const sent: object[] = [];
  server.use(
    http.post("*/api/seals/1/appoint", async ({ request }) => {
      sent.push((await request.json()) as object);
      return HttpResponse.json(seal());
    }),
  );
  const { user } = open(seal());
  await user.click(await screen.findByTestId("appoint"));
  await user.click(await screen.findByRole("combobox", { name: "用印审批人" }));
  await user.click(await screen.findByText("演示负责人（社会工作部负责人）"));
  await user.click(screen.getByTestId("confirm-appoint"));
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toEqual({ keeper: 5, approver: 6, version: 4 });
});

test("one person in both offices is refused at its field", async () => {
  server.use(
    http.post("*/api/seals/1/appoint", () =>
      problem(422, "same_person", "印章保管人和用印审批人不能是同一人", {
        field: "approver",
        errors: [{ field: "approver", detail: "印章保管人和用印审批人不能是同一人" }],
      }),
    ),
  );
  const { user } = open(seal());
  await user.click(await screen.findByTestId("appoint"));
  await user.click(await screen.findByTestId("confirm-appoint"));
  const told = await screen.findAllByText("印章保管人和用印审批人不能是同一人");
  expect(told.length + screen.queryAllByRole("alert").length).toBeGreaterThan(1);
});

test("a revoked seal can do nothing more, and says why", async () => {
  open(seal({ revoked_on: "2026-11-01", revoked_reason: "启用新印章", may: [] }));
  expect(await screen.findByText("启用新印章")).toBeTruthy();
  expect(screen.queryByTestId("grant")).toBeNull();
});
