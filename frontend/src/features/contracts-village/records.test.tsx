import { fireEvent, screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { RecordIn } from "@/api/types";
import { contractingAnswers, record } from "@/testing/contracting";
import { CONTRACT } from "@/testing/purchases";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { OutboxBar } from "@/ui/OutboxBar";
import { Component as DeliverablePage } from "./DeliverablePage";
import { Component as DeliverablesPage } from "./DeliverablesPage";
import { Component as NewRecordPage } from "./NewRecordPage";

let sent: { key: string | null; body: RecordIn }[];
let answer: () => Response;

beforeEach(() => {
  contractingAnswers();
  sent = [];
  answer = () => HttpResponse.json({ ...record, id: 61 }, { status: 201 });
  server.use(
    http.post(`*/api/contracts/${CONTRACT}/deliverables`, async ({ request }) => {
      const key = request.headers.get("Idempotency-Key");
      sent.push({ key, body: (await request.json()) as RecordIn });
      return answer();
    }),
  );
});

const open = () =>
  show(<NewRecordPage />, {
    path: "/deliverables/new",
    address: `/deliverables/new?contract=${CONTRACT}`,
  });
type User = ReturnType<typeof open>["user"];

async function write(user: User, clause: string): Promise<void> {
  await user.selectOptions(await screen.findByLabelText("条款"), clause);
  fireEvent.change(screen.getByLabelText("哪天做的"), { target: { value: "2026-03-02" } });
  await user.type(screen.getByLabelText("地点"), "二组水塘边");
}

test("a file is asked for only where the clause asks; elsewhere it is said that none is needed", async () => {
  const { user } = open();
  await write(user, "1");
  expect(screen.getByTestId("no-file").textContent).toContain("不要求照片和材料");
  expect(screen.queryByLabelText("照片或材料")).toBeNull();
  expect(screen.getByLabelText("数量（次）")).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("条款"), "2");
  expect(screen.queryByTestId("no-file")).toBeNull();
  expect(screen.getByLabelText("照片或材料")).toBeTruthy();
  expect(screen.getByText(/照片里的拍摄位置会去掉/)).toBeTruthy();
  expect(screen.queryByLabelText(/^数量/)).toBeNull();
  await user.click(screen.getByTestId("record-submit"));
  expect(await screen.findByText(/这一条款要求佐证材料/)).toBeTruthy();
  expect(sent).toEqual([]);
});

test("files follow the draft that asks for them, and then it is submitted", async () => {
  const acts: string[] = [];
  server.use(
    http.post("*/api/deliverables/61/files", async ({ request }) => {
      const file = (await request.formData()).get("file") as File;
      acts.push(file.name);
      return HttpResponse.json({}, { status: 201 });
    }),
    http.post("*/api/deliverables/61/submit", () => {
      acts.push("submit");
      return HttpResponse.json(record);
    }),
  );
  const { user, router } = open();
  await write(user, "2");
  const paper = new File(["%PDF-1.4"], "receipt.pdf", { type: "application/pdf" });
  await user.upload(screen.getByLabelText("照片或材料"), paper);
  await user.click(screen.getByTestId("record-submit"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/deliverables/61"));
  expect(acts).toEqual(["receipt.pdf", "submit"]);
  expect(sent[0]?.body.submit).toBe(false);
});

test("with the line lost a record is kept on this machine and sent once, under one key", async () => {
  answer = () => HttpResponse.error();
  const { user, router } = open();
  await write(user, "1");
  await user.type(screen.getByLabelText("数量（次）"), "2");
  await user.dblClick(screen.getByTestId("record-submit"));
  await waitFor(() =>
    expect(router.state.location.pathname).toBe(`/contracts/${CONTRACT}/deliverables`),
  );
  expect(await screen.findByText(/已保存在本机，接通网络后自动发送一次/)).toBeTruthy();

  answer = () => HttpResponse.json({ ...record, id: 61 }, { status: 201 });
  show(
    <>
      <OutboxBar />
      <DeliverablesPage />
    </>,
    { path: "/contracts/:id/deliverables", address: `/contracts/${CONTRACT}/deliverables` },
  );
  expect(await screen.findByText("已发送")).toBeTruthy();
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(screen.queryByText("待发送")).toBeNull());
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[0]?.body).toEqual({
    clause: 1,
    done_on: "2026-03-02",
    quantity: "2.00",
    place: "二组水塘边",
    note: "",
    submit: true,
  });
});

test("what the server will not take is told at its field", async () => {
  answer = () => problem(422, "outside_the_term", "完成日期应在合同期限内", { field: "done_on" });
  const { user } = open();
  await write(user, "1");
  await user.type(screen.getByLabelText("数量（次）"), "2");
  await user.click(screen.getByTestId("record-submit"));
  const told = await screen.findAllByText("完成日期应在合同期限内");
  expect(told.length).toBeGreaterThan(0);
});

test("a queried record is corrected by another one", async () => {
  let corrected: RecordIn | undefined;
  server.use(
    answers("/api/deliverables/60", record),
    http.post("*/api/deliverables/60/correct", async ({ request }) => {
      corrected = (await request.json()) as RecordIn;
      return HttpResponse.json({ ...record, id: 62, status: "submitted" }, { status: 201 });
    }),
  );
  const { user, router } = show(<DeliverablePage />, {
    path: "/deliverables/:id",
    address: "/deliverables/60",
  });
  expect(await screen.findByText("当天只有一次")).toBeTruthy();
  const quantity = await screen.findByLabelText<HTMLInputElement>("数量（次）");
  expect(quantity.value).toBe("2.00");
  await user.clear(quantity);
  await user.type(quantity, "1");
  await user.click(screen.getByTestId("record-submit"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/deliverables/62"));
  expect(corrected).toMatchObject({ clause: 1, quantity: "1.00", submit: true });
});
