/** Contracts and what belongs to them. Both hosts answer at the same addresses; an id finds its township. */

import { type CountyList, county, countyQuery } from "./client";
import { inParts } from "./multipart";
import type { ListQuery } from "./queries";
import type { Contract, Measures, Terms, TermsText } from "./types";

const one = (id: number) => ({ params: { path: { id } } });
const { queryOptions } = countyQuery;

export const contractOne = (id: number) => queryOptions("get", "/api/contracts/{id}", one(id));

const LOOK_AGAIN = 3_000;
const waits = (contract?: Contract) => contract?.papers.some(({ status }) => status === "wanted");

/** For whoever looks on: papers are made in the background, and are asked for until they are there. */
export const contractLive = (id: number) => ({
  ...contractOne(id),
  refetchInterval: ({ state }: { state: { data?: Contract } }): number | false =>
    waits(state.data) ? LOOK_AGAIN : false,
});
export const contractActions = (id: number) =>
  queryOptions("get", "/api/contracts/{id}/actions", one(id));
export const contractHistory = (id: number) =>
  queryOptions("get", "/api/contracts/{id}/history", one(id));

/** Clauses met in each period, payments month by month. */
export const contractProgress = (id: number) =>
  queryOptions("get", "/api/contracts/{id}/progress", one(id));

export const termsOne = (id: number) => queryOptions("get", "/api/contract-terms/{id}", one(id));
export const termsActions = (id: number) =>
  queryOptions("get", "/api/contract-terms/{id}/actions", one(id));
export const termsHistory = (id: number) =>
  queryOptions("get", "/api/contract-terms/{id}/history", one(id));
export const termsDifference = (id: number) =>
  queryOptions("get", "/api/contract-terms/{id}/difference", one(id));
/** Where the paper lies as it would be, without number and seal. */
export const previewOf = (terms: number) => `/api/contract-terms/${terms}/preview`;

export const periodsOf = (contract: number) =>
  queryOptions("get", "/api/contracts/{id}/periods", one(contract));
export const periodOne = (id: number) => queryOptions("get", "/api/periods/{id}", one(id));
export const periodActions = (id: number) =>
  queryOptions("get", "/api/periods/{id}/actions", one(id));
export const periodHistory = (id: number) =>
  queryOptions("get", "/api/periods/{id}/history", one(id));
export const periodRecomputed = (id: number) =>
  queryOptions("get", "/api/periods/{id}/recomputed", one(id));

export const instalmentsOf = (contract: number) =>
  queryOptions("get", "/api/contracts/{id}/instalments", one(contract));
export const instalmentActions = (id: number) =>
  queryOptions("get", "/api/instalments/{id}/actions", one(id));

export type DeliverableFilters = { status?: string; clause?: number };
export const deliverablesOf =
  (contract: number) =>
  ({ filters, ...page }: ListQuery<DeliverableFilters>) =>
    queryOptions("get", "/api/contracts/{id}/deliverables", {
      params: { path: { id: contract }, query: { ...page, ...(filters as object) } },
    });
export const deliverableOne = (id: number) =>
  queryOptions("get", "/api/deliverables/{id}", one(id));
export const deliverableActions = (id: number) =>
  queryOptions("get", "/api/deliverables/{id}/actions", one(id));
export const deliverableHistory = (id: number) =>
  queryOptions("get", "/api/deliverables/{id}/history", one(id));

/** A department's own contracts over all townships, told from facts. */
export const purchaseList = ({ filters, ...page }: CountyList<"/api/purchase/contracts">) =>
  queryOptions("get", "/api/purchase/contracts", { params: { query: { ...page, ...filters } } });

/** Where a file of the contract is given back, as a download only. */
export const contractFile = (id: number) => `/api/contract-files/${id}`;

export async function attachToContract(contract: number, file: File): Promise<void> {
  await county.POST("/api/contracts/{id}/attachments", { ...one(contract), ...inParts({ file }) });
}
export const removeContractFile = (id: number) =>
  county.POST("/api/contract-files/{id}/remove", one(id));

interface Begun {
  village: number;
  provider_kind: Contract["provider_kind"];
  subject: string;
}

/** A contract to be drafted; the same key again gives the same contract. */
export async function beginContract(body: Begun, key: string): Promise<Contract | undefined> {
  const params = { header: { "Idempotency-Key": key } };
  const { data } = await county.POST("/api/contracts", { params, body: body as never });
  return data;
}

/** Another version under the same number; a village asks for more time by it. */
export async function beginSupplement(
  contract: number,
  reason: string,
): Promise<Terms | undefined> {
  const { data } = await county.POST("/api/contracts/{id}/supplements", {
    ...one(contract),
    body: { reason },
  });
  return data;
}

export async function writeTerms(
  id: number,
  version: number,
  text: TermsText,
): Promise<Terms | undefined> {
  const { data } = await county.PUT("/api/contract-terms/{id}", {
    ...one(id),
    body: { version, text },
  });
  return data;
}

/** The verdicts on the other side's clauses: raw measures only. */
export const putVerdicts = (period: number, version: number, items: Measures[]) =>
  county.PUT("/api/periods/{id}/verdicts", { ...one(period), body: { version, items } });

export const confirmDeliverables = (contract: number, ids: number[]) =>
  county.POST("/api/contracts/{id}/deliverables/confirm", { ...one(contract), body: { ids } });
