import { countyQuery, type TownshipList, township, townshipQuery } from "@/api/client";
import { inParts } from "@/api/multipart";
import type { Deliverable, RecordIn } from "@/api/types";

export const contractList = ({ filters, ...page }: TownshipList<"/api/contracts">) =>
  townshipQuery.queryOptions("get", "/api/contracts", {
    params: { query: { ...page, ...filters } },
  });

/** What waits for me; contracts among it. */
export const waitingQuery = () => countyQuery.queryOptions("get", "/api/todo");

const one = (id: number) => ({ params: { path: { id } } });
const idOf = ({ data }: { data?: Deliverable }): number => data?.id ?? 0;

/** A draft anew. */
export const rewrite = async ({ id, version }: Deliverable, body: RecordIn) =>
  idOf(await township.PUT("/api/deliverables/{id}", { ...one(id), body: { ...body, version } }));

/** Another record in the place of one that was queried. */
export const correct = async ({ id }: Deliverable, body: RecordIn) =>
  idOf(await township.POST("/api/deliverables/{id}/correct", { ...one(id), body }));

/** One file that the clause asks for. */
export async function addFile(deliverable: number, file: File): Promise<void> {
  await township.POST("/api/deliverables/{id}/files", {
    ...one(deliverable),
    ...inParts({ file }),
  });
}
