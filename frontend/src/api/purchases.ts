/** The county's side of purchased services: catalogue, clause library, budget lines, figures. */

import { type CountyList, county, countyQuery } from "./client";
import type { PurchaseCheck } from "./types";

const { queryOptions } = countyQuery;

export const serviceList = ({ filters, ...page }: CountyList<"/api/purchase/services">) =>
  queryOptions("get", "/api/purchase/services", { params: { query: { ...page, ...filters } } });
export const forbiddenList = () => queryOptions("get", "/api/purchase/forbidden");
export const libraryQuery = () => queryOptions("get", "/api/purchase/clauses");
export const templatesQuery = () => queryOptions("get", "/api/purchase/templates");
export const waiversQuery = () => queryOptions("get", "/api/purchase/waivers");
export const lineList = ({ filters, ...page }: CountyList<"/api/purchase/budget-lines">) =>
  queryOptions("get", "/api/purchase/budget-lines", { params: { query: { ...page, ...filters } } });
export const figuresQuery = () => queryOptions("get", "/api/purchase/figures");
export const paymentsQuery = (department?: number) =>
  queryOptions("get", "/api/purchase/payments", { params: { query: { months: 12, department } } });

/** A purchase as it stands on a form. */
export interface Asked {
  subject: string;
  description?: string;
  service_code?: string;
  provider_kind: string;
  provider: string;
  village?: number;
  answers?: Record<string, string>;
}

/** Whether this may be bought of that village; nothing is kept of it. */
export async function checkPurchase(
  asked: Asked,
  signal?: AbortSignal,
): Promise<PurchaseCheck | undefined> {
  const { data } = await county.POST("/api/purchase/check", { body: asked as never, signal });
  return data;
}
