import { useSuspenseQuery } from "@tanstack/react-query";
import { countyQuery } from "./client";
import type { Me } from "./types";

export const meQuery = () =>
  countyQuery.queryOptions("get", "/api/me", undefined, { staleTime: 60_000 });

/** Who is logged in. The root route has loaded it before any page is drawn. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery()).data;
}
