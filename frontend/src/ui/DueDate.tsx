import { useTranslation } from "react-i18next";
import { useDaysLeft } from "@/api/calendar";
import { DateText } from "./text";

/** A day by which somebody must act, with the working days left until then. */
export function DueDate({ value }: { value: string | null }) {
  const left = useDaysLeft(value);
  if (!value) return <span className="muted">—</span>;
  return (
    <span className="due">
      <DateText value={value} /> {left !== null && <DaysLeft n={left} />}
    </span>
  );
}

const SOON = 2;

/** What is left, in words; red when overdue, amber on the last days. */
export function DaysLeft({ n, unit }: { n: number; unit?: string }) {
  const { t } = useTranslation();
  const tone = n < 0 ? "bad" : n <= SOON ? "warning" : "waiting";
  const of = { n: Math.abs(n), unit: unit ?? t("clock.workdays") };
  const words = n < 0 ? t("clock.over", of) : n === 0 ? t("clock.today") : t("clock.left", of);
  return <span className={`tag tag-${tone}`}>{words}</span>;
}
