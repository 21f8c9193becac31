import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Terms, TermsText } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { CONTRACT, contract, contractAnswers, terms } from "@/testing/purchases";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as TermsPage } from "./TermsPage";
import { weightsOf } from "./weights";

const clause = (number: number, weight: string) => ({
  number,
  side: "provider",
  kind: "quality",
  heading: `要求${number}`,
  text: "内容",
  assessable: true,
  measure: "boolean",
  weight,
  evidence: "none",
  measured_by: "purchaser",
});

let stored: Terms;
let written: { version: number; text: TermsText }[];

beforeEach(() => {
  stored = { ...terms, text: { ...terms.text, clauses: [clause(1, "60"), clause(2, "20.5")] } };
  written = [];
  countyAnswers();
  contractAnswers();
  server.use(
    answers(`/api/contracts/${CONTRACT}`, contract),
    http.get("*/api/contract-terms/70", () => HttpResponse.json(stored)),
    answers("/api/contract-terms/70/actions", []),
    answers("/api/contract-terms/70/history", []),
    http.put("*/api/contract-terms/70", async ({ request }) => {
      const body = (await request.json()) as { version: number; text: TermsText };
      if (body.version !== stored.version) return problem(409, "stale", "已被他人修改");
      written.push(body);
      stored = { ...stored, version: stored.version + 1, text: body.text };
      return HttpResponse.json(stored);
    }),
  );
});

const open = () =>
  show(
    <Suspense>
      <TermsPage />
    </Suspense>,
    { path: "/contracts/:id/terms/:terms", address: `/contracts/${CONTRACT}/terms/70` },
  );

test("the weights of a side are summed as they are typed, and what is missing to 100 is told", async () => {
  const { user } = open();
  expect(await screen.findByText("承接主体考核条款权重合计 80.5，还差 19.5")).toBeTruthy();
  expect(screen.queryByTestId("sum-purchaser")).toBeNull();
  await user.click(screen.getByTestId("clause-2"));
  const weight = await screen.findByLabelText("第 2 条 · 权重");
  await user.clear(weight);
  await user.type(weight, "40");
  await waitFor(() =>
    expect(screen.getByTestId("sum-provider").textContent).toBe(
      "承接主体考核条款权重合计 100，已满 100",
    ),
  );
  await user.type(weight, "0");
  await waitFor(() => expect(screen.getByTestId("sum-provider").textContent).toContain("超出 360"));
});

test("weights are summed without a float, each side for itself", () => {
  const thirds = [clause(1, "33.33"), clause(2, "33.33"), clause(3, "33.34")];
  expect(weightsOf(thirds, "provider").missing).toBe(0n);
  expect(weightsOf([...thirds, { ...clause(4, "50"), side: "purchaser" }], "purchaser")).toEqual({
    count: 1,
    sum: 5000n,
    missing: 5000n,
  });
});

test("what is typed is saved by itself, whole and as it was typed", async () => {
  const { user } = open();
  await user.type(await screen.findByLabelText("合同价款（元）"), "12,");
  await waitFor(() =>
    expect(written.at(-1)?.text).toMatchObject({ price: "12,", subject: "防汛物资搬运" }),
  );
  expect(written[0]?.version).toBe(4);
  expect(written[0]?.text.clauses).toHaveLength(2);
  await waitFor(() =>
    expect(screen.getByTestId("save-state").getAttribute("data-state")).toBe("saved"),
  );
});

test("two who write the same text see both versions, and nothing typed is lost", async () => {
  const { user } = open();
  const price = await screen.findByLabelText("合同价款（元）");
  stored = { ...stored, version: 9, text: { ...stored.text, price: "500" } };
  await user.click(price);
  await user.paste("800");
  const table = await screen.findByTestId("stale");
  const row = within(table).getByRole("row", { name: /合同价款/ });
  expect(row.textContent).toContain("500");
  expect(row.textContent).toContain("800");
  await user.click(screen.getByTestId("keep-mine"));
  await waitFor(() => expect(written.at(-1)).toMatchObject({ version: 9, text: { price: "800" } }));
  expect(stored.text.clauses).toHaveLength(2);
});

test("what stands against submission is listed with its place", async () => {
  stored = { ...stored, faults: [{ field: "clauses.1.weight", detail: "权重应当大于 0" }] };
  open();
  const faults = await screen.findByTestId("faults");
  expect(faults.textContent).toBe("条款 2：权重应当大于 0");
  expect(screen.getByText("1 处待改正")).toBeTruthy();
});
