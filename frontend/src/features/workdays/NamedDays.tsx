import { useTranslation } from "react-i18next";
import type { CalendarDay } from "@/api/types";
import { PlainTable } from "@/ui/PlainTable";
import { DateText } from "@/ui/text";

/** The days with a name, and where each comes from. */
export function NamedDays({ days }: { days: CalendarDay[] }) {
  const { t } = useTranslation();
  if (days.length === 0) return <p className="muted">{t("calendar.noNamed")}</p>;
  return (
    <PlainTable
      label={t("calendar.named")}
      look="tall"
      head={[t("calendar.date"), t("calendar.what"), t("calendar.name"), t("calendar.source")]}
    >
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
    </PlainTable>
  );
}
