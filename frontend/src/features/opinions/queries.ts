import { countyQuery } from "@/api/client";

export const askedOfMe = () => countyQuery.queryOptions("get", "/api/opinions/mine");
