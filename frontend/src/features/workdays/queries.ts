import { countyQuery } from "@/api/client";

const { queryOptions } = countyQuery;
const one = (year: number) => ({ params: { path: { year } } });

export const yearQuery = (year: number) => queryOptions("get", "/api/calendar/{year}", one(year));
export const yearHistory = (year: number) =>
  queryOptions("get", "/api/calendar/{year}/history", one(year));
export const myClocks = (limit: number, offset: number) =>
  queryOptions("get", "/api/clocks/mine", { params: { query: { limit, offset } } });
