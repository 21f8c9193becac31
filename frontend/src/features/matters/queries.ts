import { type CountyList, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const matterList = ({ filters, ...page }: CountyList<"/api/matters">) =>
  queryOptions("get", "/api/matters", { params: { query: { ...page, ...filters } } });
export const matterOne = (id: number) => queryOptions("get", "/api/matters/{id}", one(id));
export const matterActions = (id: number) =>
  queryOptions("get", "/api/matters/{id}/actions", one(id));
export const matterHistory = (id: number) =>
  queryOptions("get", "/api/matters/{id}/history", one(id));
export const matterProgress = (id: number) =>
  queryOptions("get", "/api/matters/{id}/progress", one(id));
export const matterCommitments = (id: number) =>
  queryOptions("get", "/api/matters/{id}/commitments", one(id));
export const expiryList = (from_on: string, to_on: string) =>
  queryOptions("get", "/api/expiries", { params: { query: { from_on, to_on } } });
export const configurationNow = () =>
  queryOptions("get", "/api/configuration", undefined, { staleTime: 300_000 });
/** The application of a matter that entered first: its clocks say what is due when. */
export const originOf = (id: number) => queryOptions("get", "/api/applications/{id}", one(id));
