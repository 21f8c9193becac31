import { type TownshipList, townshipQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });

export const refusalList = ({ filters, ...page }: TownshipList<"/api/refusals">) =>
  townshipQuery.queryOptions("get", "/api/refusals", {
    params: { query: { ...page, ...filters } },
  });
export const refusalOne = (id: number) =>
  townshipQuery.queryOptions("get", "/api/refusals/{id}", one(id));
export const refusalHistory = (id: number) =>
  townshipQuery.queryOptions("get", "/api/refusals/{id}/history", one(id));

export interface Demand {
  village: number | null;
  department: number | null;
  placement: number | null;
  document_code: string;
  title: string;
}

/** Which reasons the system can tell by itself. */
export const groundsQuery = (query: Demand) =>
  townshipQuery.queryOptions("get", "/api/refusals/grounds", { params: { query } });

const MOST = 200;

/** What the village carries, for choosing what the refusal is about. */
export const carriedQuery = () =>
  townshipQuery.queryOptions(
    "get",
    "/api/placements",
    { params: { query: { limit: MOST, ordering: "-notified_at" } } },
    { staleTime: 600_000 },
  );
export const placementQuery = (id: number) =>
  townshipQuery.queryOptions("get", "/api/placements/{id}", one(id));
