import { Link } from "react-router";
import type { FoundGroup } from "@/api/types";

/** One row: its number and name, whose it is, and how it stands. */
export function FoundItem({ item }: { item: FoundGroup["items"][number] }) {
  const { path, code, title, whose, state } = item;
  return (
    <li>
      <Link to={path}>{title}</Link>
      <div className="muted">{[code, whose, state].filter(Boolean).join(" · ")}</div>
    </li>
  );
}
