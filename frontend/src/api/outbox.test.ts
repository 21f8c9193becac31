import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { problem, server } from "@/testing/server";
import { Outbox } from "./outbox";
import type { RefusalIn } from "./types";

const BODY: RefusalIn = {
  department: 4,
  demand: "每周上报台账",
  form: "phone",
  demanded_on: "2026-11-20",
  reasons: ["R2"],
};

let keys: (string | null)[];
let answer: () => Response;

beforeEach(() => {
  keys = [];
  answer = () => HttpResponse.json({ id: 70 }, { status: 201 });
  server.use(
    http.post("*/api/refusals", ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return answer();
    }),
  );
});
afterEach(() => vi.useRealTimers());

test("what is handed in with a line is sent at once, and what was written does not stay on the machine", async () => {
  const box = new Outbox("a");
  const posted = await box.post("refusal", "台账", BODY);
  expect([posted.state, posted.id, posted.body]).toEqual(["sent", 70, null]);
  expect(JSON.stringify(localStorage)).not.toContain("每周上报台账");
});

test("what is handed in without a line waits, survives the page, and is sent once when the line is back", async () => {
  answer = () => HttpResponse.error();
  const posted = await new Outbox("a").post("refusal", "台账", BODY);
  expect(posted.state).toBe("waiting");

  answer = () => HttpResponse.json({ id: 70 }, { status: 201 });
  const later = new Outbox("a");
  await Promise.all([later.flush(), later.flush()]);
  await later.flush();
  expect(later.snapshot().map(({ state, id }) => [state, id])).toEqual([["sent", 70]]);
  expect(keys).toHaveLength(2);
  expect(new Set(keys)).toEqual(new Set([posted.key]));
});

test("a busy server or a log-in that has run out loses nothing", async () => {
  for (const status of [503, 500, 401]) {
    answer = () => problem(status, "busy", "稍后再试");
    const box = new Outbox(`status ${status}`);
    expect((await box.post("refusal", "台账", BODY)).state).toBe("waiting");
  }
});

test("what the server will not take is told with its fields, and holds up nothing behind it", async () => {
  answer = () => HttpResponse.error();
  const box = new Outbox("a");
  await box.post("refusal", "一", BODY);
  await box.post("refusal", "二", BODY);
  const first = box.snapshot()[0]?.key;
  answer = () =>
    keys.at(-1) === first
      ? problem(422, "invalid", "请改正", { errors: [{ field: "demand", detail: "此项必填" }] })
      : HttpResponse.json({ id: 71 }, { status: 201 });
  await box.flush();
  expect(box.snapshot().map(({ state }) => state)).toEqual(["faulty", "sent"]);
  expect(box.find(first ?? "")?.fault).toEqual({
    message: "请改正",
    errors: [{ field: "demand", detail: "此项必填" }],
  });
  box.drop(first ?? "");
  expect(box.snapshot()).toHaveLength(1);
});

test("it is tried again by itself", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  answer = () => HttpResponse.error();
  const box = new Outbox("a");
  await box.post("refusal", "台账", BODY);
  answer = () => HttpResponse.json({ id: 70 }, { status: 201 });
  await vi.advanceTimersByTimeAsync(25_000);
  await vi.waitFor(() => expect(box.snapshot()[0]?.state).toBe("sent"));
});

test("nobody else on the machine sees or sends it", async () => {
  answer = () => HttpResponse.error();
  await new Outbox("a").post("refusal", "台账", BODY);
  const other = new Outbox("b");
  await other.flush();
  expect(other.snapshot()).toEqual([]);
  expect(keys).toHaveLength(1);
});

test("a machine whose memory was spoilt begins with an empty box", () => {
  localStorage.setItem("zhunru.outbox.a", "{");
  expect(new Outbox("a").snapshot()).toEqual([]);
});
