import { type CountyList, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });

export const editionsQuery = () => countyQuery.queryOptions("get", "/api/lists");
export const entryList = ({ filters, ...page }: CountyList<"/api/entries">) =>
  countyQuery.queryOptions("get", "/api/entries", { params: { query: { ...page, ...filters } } });
export const entryOne = (id: number) =>
  countyQuery.queryOptions("get", "/api/entries/{id}", one(id));
export const entryHistory = (id: number) =>
  countyQuery.queryOptions("get", "/api/entries/{id}/history", one(id));
