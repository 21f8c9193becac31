import { type CountyList, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const refusalList = ({ filters, ...page }: CountyList<"/api/refusals">) =>
  queryOptions("get", "/api/refusals", { params: { query: { ...page, ...filters } } });
export const refusalOne = (id: number) => queryOptions("get", "/api/refusals/{id}", one(id));
export const refusalActions = (id: number) =>
  queryOptions("get", "/api/refusals/{id}/actions", one(id));
export const refusalHistory = (id: number) =>
  queryOptions("get", "/api/refusals/{id}/history", one(id));
export const ownApplications = (q: string) =>
  queryOptions("get", "/api/applications", {
    params: { query: { q, limit: 20, ordering: "-id" } },
  });
