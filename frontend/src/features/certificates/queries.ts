import { type TownshipList, townshipQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });

export const certificateList = ({ filters, ...page }: TownshipList<"/api/certificates">) =>
  townshipQuery.queryOptions("get", "/api/certificates", {
    params: { query: { ...page, ...filters } },
  });
export const certificateOne = (id: number) =>
  townshipQuery.queryOptions("get", "/api/certificates/{id}", one(id));
export const certificateActions = (id: number) =>
  townshipQuery.queryOptions("get", "/api/certificates/{id}/actions", one(id));
export const certificateHistory = (id: number) =>
  townshipQuery.queryOptions("get", "/api/certificates/{id}/history", one(id));
/** What may be issued and what may not. */
export const typesQuery = () => townshipQuery.queryOptions("get", "/api/certificate-types");
