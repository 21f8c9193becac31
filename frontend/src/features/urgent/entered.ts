const HOUR = 3_600_000;

/** What `datetime-local` says, as an instant of Beijing, wherever the machine stands. */
export const instantOf = (local: string): string =>
  local ? `${local.length === 16 ? `${local}:00` : local}+08:00` : "";

/** Now in Beijing, as `datetime-local` wants it. */
export function nowLocal(now = new Date()): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  }).format(now);
  return parts.replace(" ", "T");
}

/** Whether the entry is so long ago that its late registration must be explained. */
export function isLate(local: string, hours: number, now = new Date()): boolean {
  const at = Date.parse(instantOf(local));
  return Number.isFinite(at) && now.getTime() - at > hours * HOUR;
}

export function isFuture(local: string, now = new Date()): boolean {
  return Date.parse(instantOf(local)) > now.getTime();
}
