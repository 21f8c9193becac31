import { queryOptions as plain } from "@tanstack/react-query";
import { type CountyList, county, countyQuery } from "@/api/client";
import type { DraftNew, DraftTyped } from "@/api/types";
import { language } from "@/locales/language";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const draftList = ({ filters, ...page }: CountyList<"/api/drafts">) =>
  queryOptions("get", "/api/drafts", { params: { query: { ...page, ...filters } } });
export const draftOne = (id: number) => queryOptions("get", "/api/drafts/{id}", one(id));
export const draftActions = (id: number) =>
  queryOptions("get", "/api/drafts/{id}/actions", one(id));
export const draftHistory = (id: number) =>
  queryOptions("get", "/api/drafts/{id}/history", one(id));
/** Asked anew for each version. */
export const draftCheck = (id: number, version: number) => {
  const query = queryOptions("get", "/api/drafts/{id}/check", one(id));
  return { ...query, queryKey: [...query.queryKey, version] as never };
};

/** The form of each kind, in the reader's language; it does not change while one is here. */
export const formsQuery = () =>
  plain({
    queryKey: ["draft forms", language()],
    queryFn: async ({ signal }) => (await county.GET("/api/drafts/forms", { signal })).data ?? [],
    staleTime: Number.POSITIVE_INFINITY,
  });

export const createDraft = (body: DraftNew) => county.POST("/api/drafts", { body });
export const saveDraft = (id: number, body: DraftTyped) =>
  county.PUT("/api/drafts/{id}", { ...one(id), body });
