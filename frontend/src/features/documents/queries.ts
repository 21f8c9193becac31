import { type CountyList, county, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });

export const documentList = ({ filters, ...page }: CountyList<"/api/documents">) =>
  countyQuery.queryOptions("get", "/api/documents", { params: { query: { ...page, ...filters } } });
export const documentOne = (id: number) =>
  countyQuery.queryOptions("get", "/api/documents/{id}", one(id));
export const documentHistory = (id: number) =>
  countyQuery.queryOptions("get", "/api/documents/{id}/history", one(id));

export const documentUses = (id: number) =>
  countyQuery.queryOptions("get", "/api/documents/{id}/uses", one(id));
export const documentDuplicates = (id: number) =>
  countyQuery.queryOptions("get", "/api/documents/{id}/duplicates", one(id));

export const voidPaper = (id: number, reason: string, version: number) =>
  county.POST("/api/documents/{id}/void", { ...one(id), body: { reason, version } });
export const askForDuplicate = (
  id: number,
  body: { receiver: string; reason: string; copies: number },
) => county.POST("/api/documents/{id}/duplicates", { ...one(id), body });
export const beginCorrection = (id: number) =>
  county.POST("/api/drafts", { body: { kind: "erratum", corrects: id } });
