import { countyQuery } from "@/api/client";
import type { ListQuery } from "@/api/queries";

export const boardQuery = () => countyQuery.queryOptions("get", "/api/board");
export const factList = ({ filters, ...page }: ListQuery) =>
  countyQuery.queryOptions("get", "/api/placements", {
    params: { query: { ...page, ...filters } },
  });
