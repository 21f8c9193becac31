/** Long work that the server carries on by itself, and the archive that is made so. */

import { type CountyList, county, countyQuery } from "./client";
import { ProblemError } from "./problem";
import type { Batch, BatchRow } from "./types";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

const LOOK_AGAIN = 2_000;
const underWay = (batch?: { status: string }) =>
  batch?.status === "waiting" || batch?.status === "running";

/** Asked for again and again while something of it is under way. */
export const batchList = ({ filters, ...page }: CountyList<"/api/batches">) => ({
  ...queryOptions("get", "/api/batches", { params: { query: { ...page, ...filters } } }),
  refetchInterval: ({ state }: { state: { data?: { items: BatchRow[] } } }): number | false =>
    state.data?.items.some(underWay) ? LOOK_AGAIN : false,
});
export const batchOne = (id: number) => ({
  ...queryOptions("get", "/api/batches/{id}", one(id)),
  refetchInterval: ({ state }: { state: { data?: Batch } }): number | false =>
    underWay(state.data) ? LOOK_AGAIN : false,
});
export const batchActions = (id: number) =>
  queryOptions("get", "/api/batches/{id}/actions", one(id));
export const batchHistory = (id: number) =>
  queryOptions("get", "/api/batches/{id}/history", one(id));
export const batchJobs = () => queryOptions("get", "/api/batches/jobs");
/** Where the file lies that came of it. */
export const fileOf = (id: number) => `/api/batches/${id}/file`;

export const archiveYears = () => queryOptions("get", "/api/archive");
export const erasureList = ({ filters, ...page }: CountyList<"/api/archive/erasures">) =>
  queryOptions("get", "/api/archive/erasures", { params: { query: { ...page, ...filters } } });

export type JobName = "archive" | "disclosure" | "export" | "satisfaction";

/** A new batch, or the same that was asked for before. The names come from the server, the cast stands for their paths. */
export async function ask(job: JobName, body: object): Promise<Batch> {
  const { data } = await county.POST(`/api/batches/${job}` as "/api/batches/archive", {
    body: body as { year: number },
  });
  if (!data) throw new ProblemError(0, "", "");
  return data;
}
