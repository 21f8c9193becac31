import { HttpResponse, http, type JsonBodyType } from "msw";
import { setupServer } from "msw/node";

/** The stand-in for the back end; each test says what it answers. */
export const server = setupServer();

export const answers = (path: string, body: JsonBodyType) =>
  http.get(`*${path}`, () => HttpResponse.json(body));

export const problem = (status: number, code: string, detail: string, more: object = {}) =>
  HttpResponse.json(
    { type: "about:blank", status, code, detail, field: null, ...more },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
