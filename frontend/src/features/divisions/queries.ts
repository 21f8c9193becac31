import { countyQuery } from "@/api/client";
import type { ListQuery } from "@/api/queries";

export const townshipList = ({ filters, ...page }: ListQuery) =>
  countyQuery.queryOptions("get", "/api/townships", { params: { query: { ...page, ...filters } } });

export const villageList = ({ filters, ...page }: ListQuery) =>
  countyQuery.queryOptions("get", "/api/villages", {
    params: { query: { ...page, ...filters } },
  });
