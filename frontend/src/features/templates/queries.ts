import { county, countyQuery } from "@/api/client";
import { ProblemError } from "@/api/problem";

const { queryOptions } = countyQuery;
const at = (name: string) => ({ params: { path: { name } } });

export const templateList = () => queryOptions("get", "/api/templates");
export const templateOne = (name: string) => queryOptions("get", "/api/templates/{name}", at(name));
export const templateHistory = (name: string) =>
  queryOptions("get", "/api/templates/{name}/history", at(name));

export const saveDraft = (
  name: string,
  body: { source: string; note: string; version: number | null },
) => county.PUT("/api/templates/{name}/draft", { ...at(name), body });

export const publishDraft = (name: string, version: number) =>
  county.POST("/api/templates/{name}/publish", { ...at(name), body: { version } });

export const restoreSupplied = (name: string) =>
  county.POST("/api/templates/{name}/restore", at(name));

export async function tryOut(name: string, source: string, number: string) {
  const { data } = await county.POST("/api/templates/{name}/check", {
    ...at(name),
    body: { source, number },
  });
  if (!data) throw new ProblemError(0, "", "");
  return data;
}

/** The page as the renderer draws it. */
export async function drawn(name: string, source: string, number: string): Promise<Blob> {
  const { data } = await county.POST("/api/templates/{name}/preview", {
    ...at(name),
    body: { source, number },
    parseAs: "blob",
  });
  return data as unknown as Blob;
}
