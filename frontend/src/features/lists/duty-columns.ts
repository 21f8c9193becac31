import type { DepartmentDuties, EditionLink } from "@/api/types";

type Row = DepartmentDuties["rows"][number];

/** The editions of one list, oldest first. */
export function columnsOf(editions: EditionLink[], kind: EditionLink["kind"]): EditionLink[] {
  return editions
    .filter((edition) => edition.kind === kind)
    .sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
}

/** How a duty reads here compared with the edition before: come, gone, worded anew, or as it was. */
export function turn(row: Row, editions: EditionLink[], place: number): string {
  const here = editions[place];
  const before = editions[place - 1];
  if (!here || !before) return "same";
  const [now, then] = [row.duties[String(here.id)], row.duties[String(before.id)]];
  if (now === then) return "same";
  if (now === undefined) return "removed";
  return then === undefined ? "added" : "changed";
}
