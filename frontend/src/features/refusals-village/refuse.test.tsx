import { screen, waitFor, within } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import type { RefusalIn } from "@/api/types";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { grounds, placement, refusal, townshipAnswers } from "@/testing/township";
import { OutboxBar } from "@/ui/OutboxBar";
import { Component as RefusalPage } from "./RefusalPage";
import { Component as RefusalsPage } from "./RefusalsPage";
import { Component as RefusePage } from "./RefusePage";

let sent: { key: string | null; body: RefusalIn }[];
let answer: () => Response;

beforeEach(() => {
  townshipAnswers();
  sent = [];
  answer = () => HttpResponse.json(refusal, { status: 201 });
  server.use(
    http.post("*/api/refusals", async ({ request }) => {
      sent.push({
        key: request.headers.get("Idempotency-Key"),
        body: (await request.json()) as RefusalIn,
      });
      return answer();
    }),
  );
});

const open = (address = "/refusals/new") =>
  show(
    <Suspense>
      <RefusePage />
    </Suspense>,
    { path: "/refusals/new", address },
  );
type User = ReturnType<typeof open>["user"];

async function first(user: User): Promise<void> {
  await screen.findByRole("option", { name: "县水利局" });
  await user.selectOptions(screen.getByLabelText("哪个部门提出的"), "4");
  await user.click(await screen.findByLabelText("电话口头"));
  await user.click(screen.getByTestId("refuse-next"));
}

async function second(user: User): Promise<void> {
  await user.type(await screen.findByLabelText("要求做什么"), "每周上报入户台账");
  await user.click(screen.getByRole("checkbox", { name: /经费和条件不落实/ }));
  await user.click(screen.getByTestId("refuse-next"));
}

test("a refusal takes three steps: who, what and why, and a last look before it is sent", async () => {
  server.use(answers("/api/refusals/grounds", grounds({ R2: "没有出示可以核验的批准文书" })));
  const { user, router } = open();
  await first(user);
  expect(await screen.findByText("系统核对：没有出示可以核验的批准文书")).toBeTruthy();
  const found = screen.getByRole<HTMLInputElement>("checkbox", { name: /未出示批准文书/ });
  await waitFor(() => expect(found.checked).toBe(true));
  await second(user);
  const check = await screen.findByRole("region", { name: "要求什么、为什么不接" });
  expect(within(check).getByText("每周上报入户台账")).toBeTruthy();
  expect(screen.getByText(/县里知道，提出要求的部门看不到/)).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: /不让他们知道/ }));
  await user.dblClick(screen.getByTestId("refuse-send"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/refusals/70"));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[0]?.body).toMatchObject({
    village: 31,
    department: 4,
    form: "phone",
    demand: "每周上报入户台账",
    reasons: ["R2", "R3"],
    anonymous: true,
  });
  expect(sent[0]?.body).not.toHaveProperty("told");
});

test("each step is checked before the next, at the field that is amiss", async () => {
  const { user } = open();
  await screen.findByText("电话口头");
  await user.click(screen.getByTestId("refuse-next"));
  const department = screen.getByLabelText("哪个部门提出的");
  expect(department.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(department);
  expect(screen.getByText("请填写哪个部门提出的")).toBeTruthy();
  await first(user);
  await user.click(await screen.findByTestId("refuse-next"));
  expect(screen.getByText("请填写要求做什么")).toBeTruthy();
  expect(screen.getByText("请至少选一条理由")).toBeTruthy();
  await user.type(screen.getByLabelText("要求做什么"), "打13800138000");
  expect(screen.getByText(/请勿填写手机号码/)).toBeTruthy();
  expect(sent).toEqual([]);
});

test("with the line lost the reasons are still there to choose, the refusal is kept and sent once later", async () => {
  server.use(http.get("*/api/refusals/grounds", () => HttpResponse.error()));
  answer = () => HttpResponse.error();
  const { user, router } = open();
  await first(user);
  expect(await screen.findByText(/网络不通，系统暂时不能核对/)).toBeTruthy();
  await second(user);
  await user.click(await screen.findByTestId("refuse-send"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/refusals"));
  expect(await screen.findByText(/已保存在本机，接通网络后自动发送一次/)).toBeTruthy();

  answer = () => HttpResponse.json(refusal, { status: 201 });
  show(
    <Suspense>
      <OutboxBar />
      <RefusalsPage />
    </Suspense>,
  );
  expect(await screen.findByText("已发送")).toBeTruthy();
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(screen.queryByText("待发送")).toBeNull());
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test("what was typed is there again after the page was left", async () => {
  const { user } = open();
  await first(user);
  await user.type(await screen.findByLabelText("要求做什么"), "每周上报入户台账");
  open("/refusals/new?step=2");
  const again = await screen.findAllByLabelText<HTMLTextAreaElement>("要求做什么");
  expect(again.at(-1)?.value).toBe("每周上报入户台账");
});

test("what the server will not take is told at its field, in its step", async () => {
  answer = () => problem(409, "no_department", "请选择提出要求的部门", { field: "department" });
  const { user } = open();
  await first(user);
  await second(user);
  await user.click(await screen.findByTestId("refuse-send"));
  const department = await screen.findByLabelText("哪个部门提出的");
  expect(department.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getAllByText("请选择提出要求的部门").length).toBeGreaterThan(0);
});

test("a matter that is carried brings its department and its name", async () => {
  server.use(answers("/api/placements/5", placement));
  open("/refusals/new?placement=5");
  const department = await screen.findByLabelText<HTMLSelectElement>("哪个部门提出的");
  await waitFor(() => expect(department.value).toBe("4"));
});

test("the outcome is said in plain words, and the village takes note of it", async () => {
  let noted = 0;
  const answered = {
    ...refusal,
    status: "demand_withdrawn",
    status_label: "部门已收回要求",
    settled: true,
    answer: "不再要求上报",
    answered_at: "2026-11-23T02:00:00Z",
  };
  server.use(
    http.get("*/api/refusals/70", () =>
      HttpResponse.json({ ...answered, acknowledged_at: noted ? "2026-11-23T03:00:00Z" : null }),
    ),
    answers("/api/refusals/70/history", []),
    http.post("*/api/refusals/70/acknowledge", async () => {
      noted += 1;
      await delay(50);
      return HttpResponse.json(answered);
    }),
  );
  const { user } = show(
    <Suspense>
      <RefusalPage />
    </Suspense>,
    { path: "/refusals/:id", address: "/refusals/70" },
  );
  expect(await screen.findByText("部门已收回要求，不用做了。")).toBeTruthy();
  expect(screen.getByText("不再要求上报")).toBeTruthy();
  expect(screen.getByTestId("slip").getAttribute("href")).toBe("/api/refusals/70/slip");
  await user.dblClick(screen.getByTestId("acknowledge"));
  await waitFor(() => expect(screen.queryByTestId("acknowledge")).toBeNull());
  expect(noted).toBe(1);
});
