import { queryOptions, useQuery } from "@tanstack/react-query";
import { language } from "@/locales/language";
import { county } from "./client";
import type { Label } from "./types";

/** What the server has words for; a township's host knows nothing of applications and matters. */
type Kind =
  | "application"
  | "batch"
  | "seal_use"
  | "seal_purpose"
  | "seal_rank"
  | "draft"
  | "matter"
  | "placement"
  | "document"
  | "paper"
  | "list"
  | "edition"
  | "village"
  | "role"
  | "meeting"
  | "refusal"
  | "object_type"
  | "category"
  | "kind"
  | "body"
  | "party"
  | "position"
  | "outcome"
  | "ground"
  | "urgent_ground"
  | "verdict"
  | "commitment"
  | "demand"
  | "assessment"
  | "funding_channel"
  | "attachment"
  | "effect"
  | "reason"
  | "reason_basis"
  | "purpose"
  | "demand_form"
  | "urgent_report"
  | "contract"
  | "terms"
  | "deliverable"
  | "period"
  | "instalment"
  | "result"
  | "ending"
  | "clause"
  | "side"
  | "evidence_asked"
  | "measured_by"
  | "provider"
  | "method"
  | "measure"
  | "not_applicable"
  | "met"
  | "band"
  | "certificate"
  | "demander";

/** Statuses, kinds and roles in the reader's language, asked for once a visit. */
const labelsQuery = () =>
  queryOptions({
    queryKey: ["labels", language()],
    queryFn: async ({ signal }) => (await county.GET("/api/labels", { signal })).data ?? {},
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** The values of one kind with their labels, in the server's order; none until they are here. */
export function useLabels(kind: Kind): Label[] {
  return useQuery(labelsQuery()).data?.[kind] ?? [];
}

export const labelOf = (labels: Label[], value: string): string =>
  labels.find((label) => label.value === value)?.label ?? "";
