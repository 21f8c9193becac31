import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { today } from "@/api/calendar";
import type { Expiry } from "@/api/types";
import { day } from "@/ui/text";
import { hrefOf } from "./ExpiryList";
import { weeksOf } from "./months";

const NAMED = 2;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A month on one sheet: each day names its first two, and leads to the rest. */
export function Month({ month, days }: { month: string; days: Map<string, Expiry[]> }) {
  const { t } = useTranslation();
  const now = today();
  return (
    <table className="month">
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col">
              {t(`weekday.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <td
                key={date}
                className={date.startsWith(month) ? undefined : "other"}
                aria-current={date === now ? "date" : undefined}
              >
                <time dateTime={date}>
                  <span aria-hidden="true">{Number(date.slice(8))}</span>
                  <span className="hidden">{day(date)}</span>
                </time>
                {date.startsWith(month) &&
                  days.get(date)?.map((one) => <Cell key={one.kind} expiry={one} />)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ expiry }: { expiry: Expiry }) {
  const { t } = useTranslation();
  const { kind, count, items } = expiry;
  const more = count - Math.min(NAMED, items.length);
  return (
    <div className={`what kind-${kind}`}>
      <strong>{t(`expiries.kind.${kind}`)}</strong>
      {items.slice(0, NAMED).map(({ id, title }) => (
        <Link key={id} to={`/matters/${id}`} title={title}>
          {title}
        </Link>
      ))}
      {more > 0 && <Link to={hrefOf(expiry)}>{t("expiries.more", { count: more })}</Link>}
    </div>
  );
}
