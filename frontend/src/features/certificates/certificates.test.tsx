import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { OWN, townshipAnswers } from "@/testing/township";
import { Component as CertificatePage } from "./CertificatePage";
import { Component as CertificatesPage } from "./CertificatesPage";
import { Component as NewCertificatePage } from "./NewCertificatePage";
import { Component as TypesPage } from "./TypesPage";

const EMPTY = { quote: "", basis_version: "", term: "", note: "", source: "" };
const KIN = {
  ...EMPTY,
  id: 1,
  name: "亲属关系证明（仅限办理公证）",
  standing: "allowed",
  legal_basis: "《公证法》第十一条",
  demander: "公证机构",
  use: "申请公证",
  procedure: "由另一人审批后用印。",
  route: "",
  route_office: "",
};
const RECORD = {
  ...EMPTY,
  id: 2,
  name: "无犯罪记录证明",
  standing: "forbidden",
  legal_basis: "民发〔2020〕20号",
  demander: "",
  use: "",
  procedure: "",
  route: "申请犯罪记录查询",
  route_office: "公安派出所",
};
const MADE = {
  id: 7,
  version: 1,
  status: "requested",
  status_label: "待审批",
  name: KIN.name,
  basis: KIN.legal_basis,
  village: OWN.name,
  village_id: OWN.id,
  demander: "山南市演示公证处",
  demander_kind: "institution",
  demander_kind_label: "公共服务机构",
  use: "申请公证",
  person: "演示申请人",
  text: "与演示亲属系父子关系",
  requested_by: "演示甲",
  requested_at: "2026-11-23T02:00:00Z",
  approved_by: "",
  approved_at: null,
  refusal: "",
  document_id: null,
  number: "",
  code: "",
  issued_on: null,
  holds_until: null,
};
const ISSUED = {
  ...MADE,
  status: "issued",
  status_label: "已出具",
  person: "",
  text: "",
  document_id: 9,
  number: "岗堆岗堆村证〔2026〕1号",
  issued_on: "2026-11-23",
  holds_until: "2026-12-22",
};

beforeEach(() => {
  townshipAnswers();
  server.use(
    answers("/api/certificate-types", [KIN, RECORD]),
    answers("/api/labels", {
      certificate: [{ value: "requested", label: "待审批" }],
      demander: [
        { value: "organ", label: "国家机关" },
        { value: "institution", label: "公共服务机构" },
        { value: "enterprise", label: "企业" },
      ],
    }),
    answers("/api/certificates", { items: [], total: 0 }),
    answers("/api/certificates/7/actions", []),
    answers("/api/certificates/7/history", []),
  );
});

const on = (page: React.ReactNode, address = "/certificates/7") =>
  show(<Suspense>{page}</Suspense>, { path: address.replace(/\d+$/, ":id"), address });

async function choose(user: ReturnType<typeof show>["user"], name: RegExp) {
  await user.click(await screen.findByRole("combobox", { name: "要出具哪种证明" }));
  await user.click(await screen.findByTitle(name));
}

test("what may not be issued says who checks it instead, and offers no form", async () => {
  const { user } = on(<NewCertificatePage />, "/certificates/new");
  await choose(user, /无犯罪记录证明/);
  const told = await screen.findByRole("alert");
  expect(told.textContent).toContain("村（社区）不应出具“无犯罪记录证明”");
  expect(told.textContent).toContain("公安派出所");
  expect(screen.queryByTestId("certificate-send")).toBeNull();
});

test("a request is sent once under its own key, and nothing of it stays on the machine", async () => {
  const sent: { key: string | null; body: Record<string, unknown> }[] = [];
  server.use(
    http.post("*/api/certificates", async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>;
      sent.push({ key: request.headers.get("Idempotency-Key"), body });
      return HttpResponse.json(MADE, { status: 201 });
    }),
  );
  const { user, router } = on(<NewCertificatePage />, "/certificates/new");
  await choose(user, /亲属关系证明/);
  await user.click(await screen.findByLabelText("公共服务机构"));
  await user.type(screen.getByLabelText("需求单位"), "山南市演示公证处");
  await user.type(screen.getByLabelText("申请人姓名"), MADE.person);
  await user.type(screen.getByLabelText("证明内容"), MADE.text);
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(MADE.person);
  await user.click(screen.getByTestId("certificate-send"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/certificates/7"));
  const { demander, demander_kind, use, person, text } = MADE;
  expect(sent).toEqual([
    {
      key: expect.any(String),
      body: { type: KIN.name, demander, demander_kind, use, person, text },
    },
  ]);
});

test("what the server would not take stands at its field", async () => {
  const why = "企业不得要求村（社区）出具证明";
  server.use(
    http.post("*/api/certificates", () =>
      problem(409, "enterprise", why, {
        field: "demander_kind",
        errors: [{ field: "demander_kind", detail: why }],
      }),
    ),
  );
  const { user } = on(<NewCertificatePage />, "/certificates/new");
  await choose(user, /亲属关系证明/);
  await user.click(await screen.findByLabelText("企业"));
  await user.type(screen.getByLabelText("需求单位"), "演示公司");
  await user.type(screen.getByLabelText("申请人姓名"), "甲");
  await user.type(screen.getByLabelText("证明内容"), "系我村村民");
  await user.click(screen.getByTestId("certificate-send"));
  expect((await screen.findAllByText(why)).length).toBeGreaterThan(0);
  expect(screen.getByTestId("certificate-send")).toBeTruthy();
});

test("the lists are searched as one types", async () => {
  const { user } = on(<TypesPage />, "/certificates/types");
  expect(await screen.findByText("可以出具（1）")).toBeTruthy();
  await user.type(screen.getByLabelText("输入证明名称查找"), "犯罪");
  expect(screen.getByText("不应出具（1）")).toBeTruthy();
  expect(screen.queryByText(KIN.name)).toBeNull();
  await user.type(screen.getByLabelText("输入证明名称查找"), "好人好事");
  expect(screen.getByRole("status").textContent).toContain("清单里没有这种证明");
});

test("a village begins; the township only reads and approves", async () => {
  on(<CertificatesPage />, "/certificates");
  expect(await screen.findByText("还没有登记过证明")).toBeTruthy();
  expect(screen.getByTestId("new-certificate")).toBeTruthy();
});

test("its own village downloads the file; who it was for is gone", async () => {
  server.use(answers("/api/certificates/7", ISSUED));
  on(<CertificatePage />);
  const file = await screen.findByTestId("certificate-file");
  expect(file.getAttribute("href")).toBe("/api/documents/9/file");
  expect(screen.getByText("已删除，只在有效期内的文件中载明")).toBeTruthy();
  expect(document.body.textContent).not.toContain(MADE.person);
});

test("the township reads the number and cannot open the file", async () => {
  townshipAnswers("township_officer");
  server.use(answers("/api/certificates/7", ISSUED));
  on(<CertificatePage />);
  expect(await screen.findByText("文件只供出具的村（社区）下载。")).toBeTruthy();
  expect(screen.queryByTestId("certificate-file")).toBeNull();
});
