/** The statuses that an application goes through when all goes well. */
export const COURSE = [
  "submitted",
  "accepted",
  "reviewed",
  "at_committee",
  "approved",
  "issued",
] as const;

export type Stage = (typeof COURSE)[number];

/** What is still to come after `status`; nothing after a refusal. */
export function comingAfter(status: string): Stage[] {
  if (status === "rejected") return [];
  return COURSE.slice((COURSE as readonly string[]).indexOf(status) + 1);
}
