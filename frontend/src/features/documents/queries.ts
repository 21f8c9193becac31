import { type CountyList, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });

export const documentList = ({ filters, ...page }: CountyList<"/api/documents">) =>
  countyQuery.queryOptions("get", "/api/documents", { params: { query: { ...page, ...filters } } });
export const documentOne = (id: number) =>
  countyQuery.queryOptions("get", "/api/documents/{id}", one(id));
export const documentHistory = (id: number) =>
  countyQuery.queryOptions("get", "/api/documents/{id}/history", one(id));
