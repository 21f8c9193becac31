import type { TodoGroup } from "@/api/types";

/** In which part of a contract a step waits; without one, in its text. */
const PARTS: Record<string, string> = {
  assess: "periods",
  answer: "periods",
  panel: "periods",
  mediate_at_county: "periods",
  confirm_deliverables: "records",
  correct: "records",
  pay: "payments",
};

/** Drafts open in the form; everything else on its page, where its step is taken. */
export function hrefOf({ page, code }: TodoGroup, id: number): string {
  if (page === "applications" && code === "edit") return `/${page}/${id}/edit`;
  const part = page === "contracts" ? PARTS[code] : undefined;
  return part ? `/${page}/${id}?tab=${part}` : `/${page}/${id}`;
}

/** The list from which a group's items come, filtered by what they wait for where the list knows it. */
export function moreHref({ page, code }: TodoGroup): string {
  const byStatus = ["applications", "matters", "refusals", "placements"].includes(page);
  const acts = ["edit", "answer", "report", "confirm", "reply", "acknowledge"];
  if (byStatus && !acts.includes(code)) return `/${page}?status=${code}`;
  // `lists/editions` has no page without a number; its list is the one above.
  return `/${page.split("/")[0]}`;
}
