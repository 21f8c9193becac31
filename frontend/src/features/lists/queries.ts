import { type CountyList, county, countyQuery } from "@/api/client";
import type { ListQuery } from "@/api/queries";
import type { Edition } from "@/api/types";

export type Kind = Edition["kind"];
export const KINDS: readonly Kind[] = ["statutory", "assist", "negative"];

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const listsQuery = () => queryOptions("get", "/api/lists");
export const editionsOf = (kind: Kind) =>
  queryOptions("get", "/api/lists/{kind}/editions", { params: { path: { kind } } });
export const listOn = (kind: Kind, day: string) =>
  queryOptions("get", "/api/lists/{kind}/on/{day}", { params: { path: { kind, day } } });
export const dutiesOf = (village: string, day: string) =>
  queryOptions("get", "/api/lists/duties/{village}/{day}", { params: { path: { village, day } } });

export const entryList = ({ filters, ...page }: CountyList<"/api/entries">) =>
  queryOptions("get", "/api/entries", { params: { query: { ...page, ...filters } } });
export const entryOne = (id: number) => queryOptions("get", "/api/entries/{id}", one(id));
export const entryHistory = (id: number) =>
  queryOptions("get", "/api/entries/{id}/history", one(id));

export const editionOne = (id: number) => queryOptions("get", "/api/editions/{id}", one(id));
export const editionActions = (id: number) =>
  queryOptions("get", "/api/editions/{id}/actions", one(id));
export const editionHistory = (id: number) =>
  queryOptions("get", "/api/editions/{id}/history", one(id));
export const editionEntries =
  (id: number) =>
  ({ filters, ...page }: ListQuery<{ removed?: boolean | null }>) =>
    queryOptions("get", "/api/editions/{id}/entries", {
      params: { path: { id }, query: { ...page, ...filters } },
    });
/** What changes from `to`, the edition before if none is named, to this one. */
export const differenceOf = (id: number, to?: number) =>
  queryOptions("get", "/api/editions/{id}/difference", { params: { path: { id }, query: { to } } });
export const commentsOf = (id: number) =>
  queryOptions("get", "/api/editions/{id}/comments", one(id));
export const acknowledgementsOf = (id: number) =>
  queryOptions("get", "/api/editions/{id}/acknowledgements", one(id));
/** What my department, township or village has still to take note of. */
export const openAcknowledgements = () =>
  queryOptions("get", "/api/acknowledgements", { params: { query: { open: true } } });

export const departmentDuties = (department: string, since?: string, until?: string) =>
  queryOptions("get", "/api/lists/departments/duties", {
    params: { query: { department, since, until } },
  });

export const basisList = ({ filters, ...page }: CountyList<"/api/legal-bases">) =>
  queryOptions("get", "/api/legal-bases", { params: { query: { ...page, ...filters } } });
export const basisOne = (id: number) => queryOptions("get", "/api/legal-bases/{id}", one(id));
/** What rests on an article, entries and matters. */
export const restingOn = (id: number) =>
  queryOptions("get", "/api/legal-bases/{id}/resting", one(id));

export const confirmNoted = (id: number) =>
  county.POST("/api/acknowledgements/{id}/confirm", one(id));

/** Where an edition's files are. */
export const fileOf = (id: number, name: string): string => `/api/editions/${id}/${name}`;
