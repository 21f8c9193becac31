import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay, YearCalendar } from "@/api/types";
import { language } from "@/locales/language";
import { day as written } from "@/ui/text";
import { blanksBefore, stepTo } from "./days";

interface Props {
  calendar: YearCalendar;
  /** Missing: the calendar is only looked at. */
  onChoose?: (day: CalendarDay) => void;
}

/** Monday to Sunday by one letter each; 2024 began on a Monday. */
const weekdays = (): string[] => {
  const short = new Intl.DateTimeFormat(language(), { weekday: "narrow", timeZone: "UTC" });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => short.format(Date.UTC(2024, 0, day)));
};

/** Twelve months. One day at a time can be reached by Tab, the others from it by the arrows. */
export function YearSheet({ calendar, onChoose }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [reached, reach] = useState(`${calendar.year}-01-01`);
  const inYear = reached.startsWith(`${calendar.year}-`) ? reached : `${calendar.year}-01-01`;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepTo(calendar, inYear, event.key);
    if (next === inYear) return;
    event.preventDefault();
    reach(next);
    box.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the days inside
    <div className="year" ref={box} onKeyDown={onChoose && onKeyDown}>
      {calendar.months.map(({ month, working_days, days }) => (
        <section key={month} aria-label={t("calendar.month", { month })}>
          <h3>
            {t("calendar.month", { month })}{" "}
            <small className="muted">{t("calendar.workingDays", { count: working_days })}</small>
          </h3>
          <div className="days" aria-hidden="true">
            {weekdays().map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: seven days, always the same; T stands twice
              <span key={index} className="weekday">
                {name}
              </span>
            ))}
          </div>
          <ul className="days" aria-label={t("calendar.month", { month })}>
            {days.map((one, index) => (
              <li
                key={one.date}
                style={index === 0 ? { gridColumnStart: blanksBefore(one.date) + 1 } : undefined}
              >
                <Day
                  one={one}
                  tabbed={one.date === inYear}
                  onReach={() => reach(one.date)}
                  onChoose={onChoose}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Day(props: {
  one: CalendarDay;
  tabbed: boolean;
  onReach: () => void;
  onChoose?: (day: CalendarDay) => void;
}) {
  const { t } = useTranslation();
  const { one, tabbed, onReach, onChoose } = props;
  const number = Number(one.date.slice(8));
  const state = t(one.working ? "calendar.works" : "calendar.rests");
  const label = [written(one.date), state, one.name].filter(Boolean).join(" ");
  const mark = one.exceptional
    ? t(one.working ? "calendar.markWork" : "calendar.markRest")
    : undefined;
  if (!onChoose) {
    return (
      <span className={looks(one)} title={label} data-mark={mark}>
        {number}
        <span className="hidden">{`${state} ${one.name}`}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={looks(one)}
      data-date={one.date}
      data-mark={mark}
      title={label}
      aria-label={label}
      tabIndex={tabbed ? 0 : -1}
      onFocus={onReach}
      onClick={() => onChoose(one)}
    >
      {number}
    </button>
  );
}

const looks = ({ working, exceptional }: CalendarDay): string =>
  `daymark ${exceptional ? (working ? "makeup" : "off") : working ? "" : "rest"}`.trim();
