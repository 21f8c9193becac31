import { type CountyList, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });

export const userList = ({ filters, ...page }: CountyList<"/api/users">) =>
  countyQuery.queryOptions("get", "/api/users", { params: { query: { ...page, ...filters } } });
export const userOne = (id: number) => countyQuery.queryOptions("get", "/api/users/{id}", one(id));
export const userHistory = (id: number) =>
  countyQuery.queryOptions("get", "/api/users/{id}/history", one(id));
export const organisationsQuery = () => countyQuery.queryOptions("get", "/api/organisations");
