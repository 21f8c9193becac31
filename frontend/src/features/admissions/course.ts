import type { Application } from "@/api/types";

/** Statuses after which nothing more happens. */
const ENDED = new Set([
  "not_accepted",
  "rejected",
  "converted",
  "merged",
  "issued",
  "recalled",
  "lapsed",
]);
/** Where an application goes on from that has left its course. */
const RESUMES: Record<string, string> = { returned: "submitted", deferred: "first_reviewed" };

type Course = Pick<Application, "status" | "bodies">;

/** The statuses that this very application goes through when all goes well: its own bodies, in their order. */
export function stagesOf({ bodies }: Pick<Course, "bodies">): string[] {
  return [
    "submitted",
    "accepted",
    "first_reviewed",
    "reviewed",
    ...bodies.map(({ body }) => `at_${body}`),
    "approved",
    "issued",
  ];
}

/** What is still to come; nothing after an end. */
export function comingAfter(application: Course): string[] {
  const { status } = application;
  if (ENDED.has(status)) return [];
  const stages = stagesOf(application);
  const resumed = RESUMES[status];
  return resumed ? stages.slice(stages.indexOf(resumed)) : stages.slice(stages.indexOf(status) + 1);
}
