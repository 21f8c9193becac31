/** The only place that speaks HTTP. Types come from the two checked-in OpenAPI documents. */

import createFetchClient, { type Middleware } from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import { language } from "@/locales/language";
import type { paths as CountyPaths } from "./county";
import { OFFLINE, ProblemError } from "./problem";
import type { FiltersOf, ListQuery } from "./queries";
import type { paths as TownshipPaths } from "./township";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export function csrfToken(): string {
  return /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}

function goToLogin(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/login?next=${encodeURIComponent(here)}`);
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", language());
    if (!SAFE.has(request.method)) request.headers.set("X-CSRFToken", csrfToken());
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return;
    if (response.status === 401) goToLogin();
    throw await ProblemError.from(response);
  },
  onError({ error }) {
    if (error instanceof ProblemError || (error as Error).name === "AbortError") return;
    return new ProblemError(0, OFFLINE, "");
  },
};

const options = {
  baseUrl: window.location.origin,
  credentials: "same-origin",
  // Looked up at each call, so that tests may put a stand-in in its place.
  fetch: (request: Request) => globalThis.fetch(request),
} as const;

/** The county's API. What both hosts offer alike (me, lists, documents, users...) is called through it. */
export const county = createFetchClient<CountyPaths>(options);
/** A township's API, for what only a township has. */
export const township = createFetchClient<TownshipPaths>(options);
county.use(manners);
township.use(manners);

/** What the list at a path can be asked for. */
export type CountyList<Path extends keyof CountyPaths> = ListQuery<FiltersOf<CountyPaths, Path>>;
export type TownshipList<Path extends keyof TownshipPaths> = ListQuery<
  FiltersOf<TownshipPaths, Path>
>;

export const countyQuery = createQueryClient(county);
export const townshipQuery = createQueryClient(township);
