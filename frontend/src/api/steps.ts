import { county, township } from "./client";

type Body = { version?: number | null; remark?: string };

/**
 * Takes a step by its name. The names come from `actions`, so they are data here; the cast stands for
 * "one of the step paths of this thing", whose bodies all extend the remark.
 */
export function takeStep(
  thing:
    | "applications"
    | "matters"
    | "placements"
    | "meetings"
    | "refusals"
    | "editions"
    | "contracts"
    | "contract-terms"
    | "deliverables"
    | "periods"
    | "instalments"
    | "batches"
    | "seal-uses"
    | "drafts"
    | "certificates",
  id: number,
  step: string,
  body: Body,
): Promise<unknown> {
  const init = { params: { path: { id } }, body };
  return thing === "placements" || thing === "certificates"
    ? township.POST(`/api/${thing}/{id}/${step}` as "/api/placements/{id}/complete", init)
    : county.POST(`/api/${thing}/{id}/${step}` as "/api/applications/{id}/submit", init);
}
