import type { TodoGroup } from "@/api/types";

/** Drafts open in the form; everything else on its page, where its step is taken. */
export const hrefOf = ({ page, code }: TodoGroup, id: number): string =>
  page === "applications" && code === "edit" ? `/${page}/${id}/edit` : `/${page}/${id}`;

/** The list from which a group's items come, filtered by what they wait for where the list knows it. */
export function moreHref({ page, code }: TodoGroup): string {
  const byStatus = ["applications", "matters", "refusals", "placements"].includes(page);
  const acts = ["edit", "answer", "report", "confirm", "reply", "acknowledge"];
  if (byStatus && !acts.includes(code)) return `/${page}?status=${code}`;
  // `lists/editions` has no page without a number; its list is the one above.
  return `/${page.split("/")[0]}`;
}
