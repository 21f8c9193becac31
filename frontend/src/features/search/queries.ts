import { countyQuery } from "@/api/client";

/** Entries in force, matters or what villages carry, papers: a few of each kind. */
export const searchFor = (q: string, limit: number) =>
  countyQuery.queryOptions("get", "/api/search", { params: { query: { q, limit } } });
