import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import type { Clock } from "@/api/types";
import { DaysLeft } from "./DueDate";
import { DateText } from "./text";
import { place, termsOf } from "./urgent-terms";

interface Props {
  enteredAt: string | null;
  clocks: Clock[];
  endsOn: string | null;
  /** Working days from application to decision, for as long as nobody has applied. */
  decisionDays?: number;
}

/** 先进后批 on the clock: entered, application due, decision due, latest end; a line with today on it. */
export function UrgentTerms({ enteredAt, clocks, endsOn, decisionDays }: Props) {
  const { t } = useTranslation();
  const now = today();
  const terms = termsOf(enteredAt, clocks, endsOn);
  const first = terms[0]?.on ?? now;
  const last = terms.at(-1)?.on ?? now;
  return (
    <figure className="terms" aria-label={t("urgent.terms")}>
      <div className="termline" aria-hidden="true">
        <i className="run" style={{ width: `${place(now, first, last)}%` }} />
        {terms.map(
          ({ name, on }) =>
            on && <b key={name} className={name} style={{ left: `${place(on, first, last)}%` }} />,
        )}
        <b className="now" style={{ left: `${place(now, first, last)}%` }} />
      </div>
      <ol>
        {terms.map(({ name, on, met, left, unit, limit }) => (
          <li key={name} className={met ? "met" : undefined}>
            <span className="what">{t(`urgent.term.${name}`)}</span>
            {on ? <DateText value={on} /> : t("urgent.after", { n: limit ?? decisionDays ?? "—" })}{" "}
            {met && <span className="tag tag-good">{t("urgent.met")}</span>}
            {!met && left !== null && (
              <DaysLeft n={left} unit={t(unit === "calendar" ? "clock.days" : "clock.workdays")} />
            )}
          </li>
        ))}
      </ol>
    </figure>
  );
}
