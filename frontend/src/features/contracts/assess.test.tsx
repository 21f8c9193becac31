import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import type { AcceptancePeriod } from "@/api/types";
import { NOT_DONE } from "@/testing/contracting";
import { countyAnswers } from "@/testing/county";
import {
  acceptancePeriod,
  CONTRACT,
  contractAnswers,
  judged,
  signedClause,
} from "@/testing/purchases";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as PeriodPage } from "./PeriodPage";

let sent: unknown[];

function with_(
  more: Partial<AcceptancePeriod> = {},
  role = "department_clerk",
  steps: object[] = [],
) {
  countyAnswers(role);
  contractAnswers();
  const period = { ...acceptancePeriod, ...more };
  sent = [];
  const keep = async ({ request }: { request: Request }) => {
    sent.push(await request.json());
    return HttpResponse.json({ ...period, version: 6 });
  };
  server.use(
    answers("/api/periods/80", period),
    answers("/api/periods/80/actions", steps as never),
    answers("/api/periods/80/history", []),
    http.put("*/api/periods/80/verdicts", keep),
    http.post("*/api/periods/80/:step", keep),
  );
}

const open = () =>
  show(
    <Suspense>
      <PeriodPage />
    </Suspense>,
    {
      path: "/contracts/:id/periods/:period",
      address: `/contracts/${CONTRACT}/periods/80`,
    },
  );

beforeEach(() => with_());

test("what was confirmed stands there already; less than the target demands its reason", async () => {
  const { user } = open();
  const actual = await screen.findByLabelText<HTMLInputElement>("实际值（次）");
  expect(actual.value).toBe("8.00");
  expect(screen.getByText("未完全达到或者不适用，请写明理由和依据。")).toBeTruthy();
  await user.click(screen.getByTestId("save-verdicts"));
  expect(await screen.findByText("请填写第 1 条 · 理由和依据")).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(screen.getByLabelText("第 1 条 · 理由和依据"), "缺 2 次记录");
  await user.click(screen.getByTestId("save-verdicts"));
  await waitFor(() =>
    expect(sent).toEqual([
      { version: 5, items: [{ clause: 1, actual: "8.00", reason: "缺 2 次记录" }] },
    ]),
  );
});

test("what reaches the target needs no reason", async () => {
  const { user } = open();
  const actual = await screen.findByLabelText("实际值（次）");
  await user.clear(actual);
  await user.type(actual, "10");
  await user.click(screen.getByTestId("save-verdicts"));
  await waitFor(() =>
    expect(sent).toEqual([{ version: 5, items: [{ clause: 1, actual: "10", reason: "" }] }]),
  );
});

const DISPUTED: Partial<AcceptancePeriod> = {
  status: "defended",
  status_label: "已申辩，待答复",
  clauses: [
    judged({
      verdict: { ...NOT_DONE, reason: "缺 2 次记录" },
      objection: {
        text: "有两次因道路中断未记",
        said_at: "2026-07-10T02:00:00Z",
        answer: "",
        answered_at: null,
      },
    }),
    judged({ clause: signedClause({ id: 901, number: 2, heading: "安全" }) }),
  ],
};

test("each objection is answered at its clause; a verdict stays unless it is changed", async () => {
  with_(DISPUTED, "department_head", [{ name: "answer", label: "答复申辩", hindrance: null }]);
  const { user } = open();
  await user.click(await screen.findByTestId("step-answer"));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("有两次因道路中断未记")).toBeTruthy();
  await user.type(within(dialog).getByLabelText("第 1 条 · 答复"), "请补充证明");
  await user.click(screen.getByTestId("confirm-answer"));
  await waitFor(() =>
    expect(sent).toEqual([
      { version: 5, items: [{ clause: 1, text: "请补充证明" }], verdicts: [] },
    ]),
  );
});

test("a figure opens into its clause, what was measured and its evidence", async () => {
  with_(DISPUTED, "department_head");
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: /^第 1 条：实际 8 次/ }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("每期搬运不少于 10 次。")).toBeTruthy();
  expect(within(dialog).getByText("缺 2 次记录")).toBeTruthy();
  expect(within(dialog).getByRole("link", { name: /已确认服务记录 4 条/ })).toBeTruthy();
});
