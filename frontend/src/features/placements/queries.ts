import { type TownshipList, townshipQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });

export const placementList = ({ filters, ...page }: TownshipList<"/api/placements">) =>
  townshipQuery.queryOptions("get", "/api/placements", {
    params: { query: { ...page, ...filters } },
  });
export const placementOne = (id: number) =>
  townshipQuery.queryOptions("get", "/api/placements/{id}", one(id));
export const placementActions = (id: number) =>
  townshipQuery.queryOptions("get", "/api/placements/{id}/actions", one(id));
export const placementHistory = (id: number) =>
  townshipQuery.queryOptions("get", "/api/placements/{id}/history", one(id));
