import { queryOptions as plain } from "@tanstack/react-query";
import { type CountyList, county, countyQuery } from "@/api/client";
import { language } from "@/locales/language";
import type { Schema } from "./schema";

const { queryOptions } = countyQuery;
const number = (id: number) => ({ params: { path: { id } } });

export const currentQuery = () => queryOptions("get", "/api/configuration");
export const versionQuery = (id: number) =>
  queryOptions("get", "/api/configuration/{id}", number(id));
export const versionList = ({ filters: _none, ...page }: CountyList<"/api/configurations">) =>
  queryOptions("get", "/api/configurations", { params: { query: page } });

/** A JSON schema has no shape of its own in the API document. */
export const schemaQuery = () =>
  plain({
    queryKey: ["configuration schema", language()],
    queryFn: async ({ signal }) =>
      (await county.GET("/api/configuration/schema", { signal })).data as unknown as Schema,
    staleTime: Number.POSITIVE_INFINITY,
  });
