import { countyQuery } from "@/api/client";

const { queryOptions } = countyQuery;

export const provisional = () =>
  queryOptions("get", "/api/matters", {
    params: {
      query: { status: "provisional", category: "urgent", limit: 50, ordering: "ends_on" },
    },
  });
export const settingsQuery = () =>
  queryOptions("get", "/api/configuration", undefined, { staleTime: 300_000 });
