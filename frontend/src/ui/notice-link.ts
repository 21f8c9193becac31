import type { NoticeRow } from "@/api/types";

const WITHOUT_DETAIL = ["calendar", "users", "opinions"];

/** Where one reads on about a notice; nothing where there is no such page. */
export function noticeHref({ page, object_id }: Pick<NoticeRow, "page" | "object_id">): string {
  if (!page) return "";
  return object_id && !WITHOUT_DETAIL.includes(page) ? `/${page}/${object_id}` : `/${page}`;
}
