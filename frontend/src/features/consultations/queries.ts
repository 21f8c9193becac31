import { type TownshipList, townshipQuery } from "@/api/client";

export const consultationList = ({ filters, ...page }: TownshipList<"/api/consultations">) =>
  townshipQuery.queryOptions("get", "/api/consultations", {
    params: { query: { ...page, ...filters } },
  });
export const consultationOne = (id: number) =>
  townshipQuery.queryOptions("get", "/api/consultations/{id}", { params: { path: { id } } });
