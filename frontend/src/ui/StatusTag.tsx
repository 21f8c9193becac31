/** A status in words on a fixed pair of colours, each at least 4.5:1; the colour only repeats the text. */

const TONES: Record<string, string> = {
  draft: "still",
  submitted: "waiting",
  returned: "warning",
  accepted: "waiting",
  reviewed: "waiting",
  at_committee: "waiting",
  approved: "good",
  rejected: "bad",
  issued: "good",
  in_force: "good",
  valid: "good",
  withdrawing: "warning",
  withdrawn: "ended",
  superseded: "ended",
  expired: "ended",
  notified: "waiting",
  entered: "good",
  completed: "good",
  closed: "ended",
  pending: "waiting",
  done: "good",
  failed: "bad",
  active: "good",
  inactive: "ended",
};

export function StatusTag({ status, label }: { status: string; label: string }) {
  return <span className={`tag tag-${TONES[status] ?? "still"}`}>{label}</span>;
}
