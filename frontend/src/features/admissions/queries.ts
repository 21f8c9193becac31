import { type CountyList, countyQuery } from "@/api/client";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const applicationList = ({ filters, ...page }: CountyList<"/api/applications">) =>
  queryOptions("get", "/api/applications", { params: { query: { ...page, ...filters } } });
export const applicationOne = (id: number) =>
  queryOptions("get", "/api/applications/{id}", one(id));
export const applicationActions = (id: number) =>
  queryOptions("get", "/api/applications/{id}/actions", one(id));
export const applicationHistory = (id: number) =>
  queryOptions("get", "/api/applications/{id}/history", one(id));
export const applicationChecks = (id: number) =>
  queryOptions("get", "/api/applications/{id}/checks", one(id));
export const applicationSimilar = (id: number) =>
  queryOptions("get", "/api/applications/{id}/similar", one(id));
export const applicationHits = (id: number) =>
  queryOptions("get", "/api/applications/{id}/hits", one(id));
export const applicationOpinions = (id: number) =>
  queryOptions("get", "/api/applications/{id}/opinions", one(id));

export const matterOne = (id: number) => queryOptions("get", "/api/matters/{id}", one(id));
