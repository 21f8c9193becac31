import { type CountyList, countyQuery } from "@/api/client";
import type { Body } from "@/api/types";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const meetingList = ({ filters, ...page }: CountyList<"/api/meetings">) =>
  queryOptions("get", "/api/meetings", { params: { query: { ...page, ...filters } } });
export const meetingOne = (id: number) => queryOptions("get", "/api/meetings/{id}", one(id));
export const meetingActions = (id: number) =>
  queryOptions("get", "/api/meetings/{id}/actions", one(id));
export const meetingHistory = (id: number) =>
  queryOptions("get", "/api/meetings/{id}/history", one(id));
export const waitingFor = (body: Body) =>
  queryOptions("get", "/api/meetings/waiting", { params: { query: { body } } });
