import { type CountyList, countyQuery } from "@/api/client";

export const boardQuery = () => countyQuery.queryOptions("get", "/api/board");
export const factList = ({ filters, ...page }: CountyList<"/api/placements">) =>
  countyQuery.queryOptions("get", "/api/placements", {
    params: { query: { ...page, ...filters } },
  });
