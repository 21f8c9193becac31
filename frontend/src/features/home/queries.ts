import { countyQuery } from "@/api/client";

export const todoQuery = () => countyQuery.queryOptions("get", "/api/todo");
