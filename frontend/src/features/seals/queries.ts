import { type CountyList, county, countyQuery } from "@/api/client";
import { inParts } from "@/api/multipart";
import type { GrantIn } from "@/api/types";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const sealList = ({ filters, ...page }: CountyList<"/api/seals">) =>
  queryOptions("get", "/api/seals", { params: { query: { ...page, ...filters } } });
export const sealOne = (id: number) => queryOptions("get", "/api/seals/{id}", one(id));
export const sealHistory = (id: number) => queryOptions("get", "/api/seals/{id}/history", one(id));
export const candidates = (id: number) =>
  queryOptions("get", "/api/seals/{id}/candidates", one(id));

export interface NewSeal {
  holder: string;
  name: string;
  rank: string;
  diameter_mm: string;
  valid_until?: string;
  image: File;
}

/** `holder` is `organisation:7` or `village:12`. */
export function registerSeal({ holder, valid_until, image, ...seal }: NewSeal) {
  const [of = "", id = ""] = holder.split(":");
  const parts = { [of]: id, ...seal, ...(valid_until && { valid_until }), image };
  return county.POST("/api/seals", inParts(parts));
}

export const appoint = (
  id: number,
  body: { keeper: number | null; approver: number | null; version: number },
) => county.POST("/api/seals/{id}/appoint", { ...one(id), body });

export const revoke = (id: number, reason: string) =>
  county.POST("/api/seals/{id}/revoke", { ...one(id), body: { reason } });

export const grant = (id: number, body: GrantIn) =>
  county.POST("/api/seals/{id}/grants", { ...one(id), body });

export const takeBack = (id: number, no: number) =>
  county.POST("/api/seals/{id}/grants/{no}/take-back", { params: { path: { id, no } } });
