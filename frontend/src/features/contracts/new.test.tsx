import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { contractAnswers } from "@/testing/purchases";
import { show } from "@/testing/render";
import { server } from "@/testing/server";
import { Component as NewContractPage } from "./NewContractPage";

type Asked = { subject: string; provider_kind: string; answers?: Record<string, string> };

const finding = (level: string, more: object) => ({
  rule: "P-03",
  code: "x",
  level,
  sentence: "",
  key: "",
  legal_basis: "",
  quote: "",
  matched: [],
  answer: "",
  ...more,
});

const BRANCH = finding("block", {
  key: "provider",
  sentence: "村（社区）党组织不得作为承接主体",
  legal_basis: "《政府购买服务管理办法》第六条",
  quote: "依法成立的企业、社会组织",
});
const LIKE = finding("ask", {
  rule: "P-01",
  key: "S-003",
  sentence: "与清单事项“防汛值守”相似，请说明不同之处",
  legal_basis: "《协助事项清单》第 3 项",
});

let asked: Asked[];

beforeEach(() => {
  asked = [];
  countyAnswers();
  contractAnswers();
  server.use(
    http.post("*/api/purchase/check", async ({ request }) => {
      const body = (await request.json()) as Asked;
      asked.push(body);
      const findings = body.provider_kind === "party_branch" ? [BRANCH] : [LIKE];
      return HttpResponse.json({
        passed: false,
        checked_on: "2026-11-23",
        threshold: 0.5,
        findings,
        editions: [],
        service: null,
        compared: [],
      });
    }),
  );
});

const open = () =>
  show(
    <Suspense>
      <NewContractPage />
    </Suspense>,
    { path: "/contracts/new", address: "/contracts/new" },
  );

async function fill(kind: string) {
  const { user } = open();
  await user.type(await screen.findByLabelText("服务名称"), "防汛物资搬运");
  await user.click(screen.getByLabelText("承接主体类型"));
  await user.click(await screen.findByText(kind, { selector: ".ant-select-item-option-content" }));
  return user;
}

test("a Party branch is refused with the law it rests on, and nothing goes on", async () => {
  await fill("村（社区）党组织");
  expect(await screen.findByText("不得购买：村（社区）党组织不得作为承接主体")).toBeTruthy();
  expect(screen.getByText("依据：《政府购买服务管理办法》第六条")).toBeTruthy();
  expect(screen.getByText("依法成立的企业、社会组织")).toBeTruthy();
  expect(screen.getByTestId<HTMLButtonElement>("begin").disabled).toBe(true);
  expect(screen.getByTestId("hindrance").textContent).toContain("不能继续");
});

test("what resembles an entry of the lists must be answered before one goes on", async () => {
  const user = await fill("村民委员会");
  const answer = await screen.findByLabelText("您的说明");
  expect(screen.getByTestId<HTMLButtonElement>("begin").disabled).toBe(true);
  await user.type(answer, "只搬运物资，不值守");
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>("begin").disabled).toBe(false));
  expect(screen.queryByTestId("hindrance")).toBeNull();
  expect(asked.at(-1)).toMatchObject({ subject: "防汛物资搬运" });
});
