import { county } from "@/api/client";
import type { ListEntry } from "@/api/types";
import type { Values } from "./entry-fields";

export type Written = Values & { reason: string };

/** Sends what was written: a new entry of the draft, or the known one anew. */
export async function saveEntry(
  edition: number,
  known: Pick<ListEntry, "id" | "version"> | undefined,
  written: Written,
): Promise<unknown> {
  const body = { ...written, seq: written.seq || null };
  if (!known) {
    return county.POST("/api/editions/{id}/entries", { params: { path: { id: edition } }, body });
  }
  return county.PUT("/api/entries/{id}", {
    params: { path: { id: known.id } },
    body: { ...body, version: known.version },
  });
}
