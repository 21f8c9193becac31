import { queryOptions } from "@tanstack/react-query";
import { county } from "./client";
import type { Village } from "./types";

const CHUNK = 200;

async function everyVillage(signal: AbortSignal): Promise<Village[]> {
  const found: Village[] = [];
  for (;;) {
    const query = { limit: CHUNK, offset: found.length, ordering: "code" };
    const { data } = await county.GET("/api/villages", { params: { query }, signal });
    found.push(...(data?.items ?? []));
    if (!data?.items.length || found.length >= data.total) {
      return found.filter((village) => village.ended_on === null);
    }
  }
}

/** Every village in use that I may see, for choosing among them. */
export const villagesQuery = () =>
  queryOptions({
    queryKey: ["every village"],
    queryFn: ({ signal }) => everyVillage(signal),
    staleTime: 600_000,
  });
