/** When something entered, as a township's clock on the wall shows it: 2026-11-22T08:30 in Beijing. */

const HOUR = 3600_000;
const REGISTRATION_HOURS = 24;

/** The clock on the wall in Beijing, wherever the machine stands. */
export function wallClock(now: Date): string {
  const at = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  }).format(now);
  return at.replace(" ", "T");
}

export const instantOf = (wall: string): string => `${wall.slice(0, 16)}:00+08:00`;

const hoursSince = (wall: string, now: Date): number =>
  (now.getTime() - Date.parse(instantOf(wall))) / HOUR;

export const isFuture = (wall: string, now: Date): boolean =>
  Boolean(wall) && hoursSince(wall, now) < 0;

/** Past the term of registration: then it must say why. */
export const isLate = (wall: string, now: Date): boolean =>
  Boolean(wall) && hoursSince(wall, now) > REGISTRATION_HOURS;
