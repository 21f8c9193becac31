import { type CountyList, county, countyQuery } from "@/api/client";
import { inParts } from "@/api/multipart";
import type { LegacyImport, LegacyPreview } from "@/api/types";

const { queryOptions } = countyQuery;

export const legacyList = ({ filters, ...page }: CountyList<"/api/legacy">) =>
  queryOptions("get", "/api/legacy", { params: { query: { ...page, ...filters } } });
export const legacyDepartments = () => queryOptions("get", "/api/legacy/departments");
/** The table that was sent, found again by its digest and judged anew. */
export const previewOf = (sha256: string) =>
  queryOptions("get", "/api/legacy/preview/{sha256}", { params: { path: { sha256 } } });

export const TEMPLATE = "/api/legacy/template";
/** The table as it came, its faulty cells marked. */
export const correctedOf = (sha256: string) => `/api/legacy/preview/${sha256}/corrected`;

/** Step one: nothing is taken over yet. */
export async function sendTable(file: File): Promise<LegacyPreview | undefined> {
  const { data } = await county.POST("/api/legacy/preview", {
    ...inParts({ file }),
  });
  return data;
}

/** Step two; the same table again is answered with what came of it the first time. */
export async function takeOver(sha256: string): Promise<LegacyImport | undefined> {
  return (await county.POST("/api/legacy/commit", { body: { sha256 } })).data;
}
