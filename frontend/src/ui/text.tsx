import { useTranslation } from "react-i18next";
import { language } from "@/locales/language";

const ZONE = "Asia/Shanghai";

/** `2026-03-01` or an instant, as a day in Beijing: 2026年3月1日. */
export function day(value: string): string {
  const instant = value.length === 10 ? `${value}T00:00:00+08:00` : value;
  const style = language() === "en" ? "medium" : "long";
  return new Intl.DateTimeFormat(language(), { dateStyle: style, timeZone: ZONE }).format(
    new Date(instant),
  );
}

/** An instant in Beijing, to the minute. */
export function moment(value: string): string {
  return new Intl.DateTimeFormat(language(), {
    dateStyle: "medium",
    timeStyle: "short",
    hour12: false,
    timeZone: ZONE,
  }).format(new Date(value));
}

export function DateText({
  value,
  time = false,
}: {
  value: string | null | undefined;
  time?: boolean;
}) {
  if (!value) return <span className="muted">—</span>;
  return <time dateTime={value}>{time ? moment(value) : day(value)}</time>;
}

/** A term; an open end is said in words. */
export function PeriodText({ from, to }: { from: string | null; to: string | null }) {
  const { t } = useTranslation();
  if (!from && !to) return <span className="muted">—</span>;
  return (
    <span>
      <DateText value={from} /> {t("common.to")} {to ? <DateText value={to} /> : t("common.noEnd")}
    </span>
  );
}

/** Yuan as the server wrote it, grouped by thousands without ever becoming a float. */
export function yuan(value: string): string {
  const [whole = "0", cents = "00"] = value.split(".");
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents.padEnd(2, "0")}`;
}

export function MoneyText({ value }: { value: string | null | undefined }) {
  return value ? <span className="money">{yuan(value)}</span> : <span className="muted">—</span>;
}

/** Long text with its line breaks; says so when there is none. */
export function Prose({ text }: { text: string | null | undefined }) {
  const { t } = useTranslation();
  return text ? (
    <span className="prose">{text}</span>
  ) : (
    <span className="muted">{t("common.none")}</span>
  );
}
