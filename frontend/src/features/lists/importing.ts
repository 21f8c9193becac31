import { county, countyQuery } from "@/api/client";
import { inParts } from "@/api/multipart";
import type { TablePreview } from "@/api/types";
import type { Kind } from "./queries";

/** The table that was sent, found again by its digest and judged anew against the draft. */
export const previewOf = (id: number, sha256: string) =>
  countyQuery.queryOptions("get", "/api/editions/{id}/import/preview/{sha256}", {
    params: { path: { id, sha256 } },
  });

export const templateOf = (kind: Kind): string => `/api/editions/import/template?kind=${kind}`;
/** The table as it came, its faulty cells marked. */
export const correctedOf = (id: number, sha256: string): string =>
  `/api/editions/${id}/import/preview/${sha256}/corrected`;

/** Step one: nothing is taken over yet. */
export async function sendTable(id: number, file: File): Promise<TablePreview | undefined> {
  const { data } = await county.POST("/api/editions/{id}/import/preview", {
    params: { path: { id } },
    ...inParts({ file }),
  });
  return data;
}

/** Step two: the whole table into the draft, or nothing. */
export async function takeOver(id: number, sha256: string, reason: string, remove: boolean) {
  const body = { sha256, reason, remove_missing: remove };
  return (await county.POST("/api/editions/{id}/import/commit", { params: { path: { id } }, body }))
    .data;
}
