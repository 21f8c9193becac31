import { type CountyList, countyQuery } from "@/api/client";

export const townshipList = ({ filters, ...page }: CountyList<"/api/townships">) =>
  countyQuery.queryOptions("get", "/api/townships", { params: { query: { ...page, ...filters } } });

export const villageList = ({ filters, ...page }: CountyList<"/api/villages">) =>
  countyQuery.queryOptions("get", "/api/villages", {
    params: { query: { ...page, ...filters } },
  });
