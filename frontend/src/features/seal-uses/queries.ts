import { type CountyList, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const sealUseList = ({ filters, ...page }: CountyList<"/api/seal-uses">) =>
  queryOptions("get", "/api/seal-uses", { params: { query: { ...page, ...filters } } });
export const sealUseOne = (id: number) => queryOptions("get", "/api/seal-uses/{id}", one(id));
export const sealUseActions = (id: number) =>
  queryOptions("get", "/api/seal-uses/{id}/actions", one(id));
export const sealUseHistory = (id: number) =>
  queryOptions("get", "/api/seal-uses/{id}/history", one(id));
