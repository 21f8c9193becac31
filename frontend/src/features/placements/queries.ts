import { countyQuery, type TownshipList, townshipQuery } from "@/api/client";

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
/** What may be said to it, and what has been said. */
export const placementRights = (id: number) =>
  townshipQuery.queryOptions("get", "/api/placements/{id}/rights", one(id));
export const placementSaid = (id: number) =>
  townshipQuery.queryOptions("get", "/api/placements/{id}/said", one(id));
/** The register's word on a paper: whether it holds, and what has taken its place. */
export const paperOne = (id: number) =>
  countyQuery.queryOptions("get", "/api/documents/{id}", one(id));

/** The township's villages, for whichever a sheet is wanted. */
export const villagesQuery = () =>
  countyQuery.queryOptions("get", "/api/villages", { params: { query: { limit: 200 } } });

const NEWEST = 5;
type Order = "-notified_at" | "-closed_at";

/** The newest of a kind, for what has changed of late. */
const newest = (ordering: Order, status?: "closed") =>
  placementList({ limit: NEWEST, offset: 0, ordering, filters: { status } });
export const newestAdded = () => newest("-notified_at");
export const newestRemoved = () => newest("-closed_at", "closed");
