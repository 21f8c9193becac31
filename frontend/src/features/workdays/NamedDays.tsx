import { useTranslation } from "react-i18next";
import type { CalendarDay } from "@/api/types";
import { DateText } from "@/ui/text";

/** The days with a name, and where each comes from. */
export function NamedDays({ days }: { days: CalendarDay[] }) {
  const { t } = useTranslation();
  if (days.length === 0) return <p className="muted">{t("calendar.noNamed")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll tall" aria-label={t("calendar.named")} tabIndex={0}>
      <table className="plaintable sticky">
        <thead>
          <tr>
            <th scope="col">{t("calendar.date")}</th>
            <th scope="col">{t("calendar.what")}</th>
            <th scope="col">{t("calendar.name")}</th>
            <th scope="col">{t("calendar.source")}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, working, name, source }) => (
            <tr key={date}>
              <th scope="row">
                <DateText value={date} />
              </th>
              <td>{t(working ? "calendar.works" : "calendar.rests")}</td>
              <td>{name || "—"}</td>
              <td className="muted">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
