import { Link } from "react-router";
import type { NoticeRow } from "@/api/types";
import { noticeHref } from "./notice-link";
import { StatusTag } from "./StatusTag";
import { DateText } from "./text";

/** One notice: what became of the thing, in words; what was removed stands out as what was added does. */
export function NoticeItem({ notice }: { notice: NoticeRow }) {
  const { effect, effect_label, title, text, village_name, created_at } = notice;
  const href = noticeHref(notice);
  return (
    <li className={`notice notice-${effect}`} data-testid="notice">
      <span className="when">
        {village_name} <DateText value={created_at} time />
      </span>
      <StatusTag status={effect} label={effect_label} />{" "}
      {href ? <Link to={href}>{title}</Link> : title}
      {text && <p className="prose">{text}</p>}
    </li>
  );
}
