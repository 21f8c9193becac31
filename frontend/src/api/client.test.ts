import { HttpResponse, http } from "msw";
import { afterEach, expect, test, vi } from "vitest";
import { problem, server } from "@/testing/server";
import { county } from "./client";
import { ProblemError, problemOf } from "./problem";

afterEach(() => vi.restoreAllMocks());

const failure = async (act: Promise<unknown>) => problemOf(await act.catch((error) => error));

test("an unsafe request carries the CSRF token and the language", async () => {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie is what is being tested
  document.cookie = "csrftoken=abc123";
  let headers = new Headers();
  server.use(
    http.post("*/api/me/role", ({ request }) => {
      headers = request.headers;
      return HttpResponse.json({});
    }),
  );
  await county.POST("/api/me/role", { body: { role: "leader" } });
  expect(headers.get("X-CSRFToken")).toBe("abc123");
  expect(headers.get("Accept-Language")).toBe("zh-CN");
});

test("a refusal arrives with its code, its sentence and its field", async () => {
  server.use(
    http.get("*/api/me", () =>
      problem(409, "no_funding", "请落实经费", { field: "funding_amount" }),
    ),
  );
  const told = await failure(county.GET("/api/me"));
  expect([told.status, told.code, told.message]).toEqual([409, "no_funding", "请落实经费"]);
  expect(told.errors).toEqual([{ field: "funding_amount", detail: "请落实经费" }]);
});

test("a lost connection is told from a refusal", async () => {
  server.use(http.get("*/api/me", () => HttpResponse.error()));
  const told = await failure(county.GET("/api/me"));
  expect(told).toBeInstanceOf(ProblemError);
  expect([told.status, told.code]).toEqual([0, "offline"]);
});

test("who is not logged in goes to the log-in and comes back to the same page", async () => {
  const assign = vi.spyOn(window.location, "assign").mockImplementation(() => {});
  server.use(http.get("*/api/me", () => problem(401, "login", "请先登录")));
  await failure(county.GET("/api/me"));
  expect(assign).toHaveBeenCalledWith(expect.stringMatching(/^\/login\?next=/));
});

test("what is wrong with no single field is the sentence itself", async () => {
  const errors = [{ field: "data", detail: "再次提请日期须晚于会议日期" }];
  const answer = problem(422, "invalid", "请改正标出的各项", { errors });
  const { message } = await ProblemError.from(answer);
  expect(message).toBe("再次提请日期须晚于会议日期");
});
