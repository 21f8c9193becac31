import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { today } from "@/api/calendar";
import { useMe } from "@/api/me";
import type { CalendarDay, YearCalendar } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { HistoryTimeline } from "@/ui/HistoryTimeline";
import { MissingYears } from "@/ui/MissingYears";
import { DayDialog } from "./DayDialog";
import { remarkable, yearOf } from "./days";
import { EnterYear } from "./EnterYear";
import { NamedDays } from "./NamedDays";
import { yearHistory, yearQuery } from "./queries";
import { YearSheet } from "./YearSheet";

/** The working-day calendar of a year: twelve months, and what is other than Monday to Friday. */
export function Component() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const year = yearOf(address.get("year"), today());
  const go = (next: number) => setAddress({ year: String(next) }, { replace: true });
  return (
    <>
      <div className="pagehead">
        <h1>{t("calendar.title", { year })}</h1>
        <div className="end">
          <Button
            icon={<LeftOutlined />}
            aria-label={t("calendar.before")}
            onClick={() => go(year - 1)}
          />
          <Button
            icon={<RightOutlined />}
            aria-label={t("calendar.after")}
            onClick={() => go(year + 1)}
          />
        </div>
      </div>
      <MissingYears here={year} />
      <Loaded query={yearQuery(year)}>{(calendar) => <Year calendar={calendar} />}</Loaded>
    </>
  );
}

function Year({ calendar }: { calendar: YearCalendar }) {
  const { t } = useTranslation();
  const edits = useMe().role === "county_admin";
  const [chosen, choose] = useState<CalendarDay | null>(null);
  const working = calendar.months.reduce((sum, month) => sum + month.working_days, 0);
  return (
    <>
      {calendar.entered ? (
        <p>
          {t("calendar.entered", { source: calendar.source, count: working })}
          {calendar.note && <span className="muted prose">　{calendar.note}</span>}
        </p>
      ) : (
        <Alert
          type="error"
          showIcon
          className="loud"
          role="alert"
          title={calendar.warning}
          description={t("calendar.notEntered")}
        />
      )}
      {edits && !calendar.entered && <EnterYear calendar={calendar} />}
      <section className="panel" aria-label={t("calendar.months")}>
        <p className="legend">
          <span className="daymark rest">{t("calendar.rest")}</span>
          <span className="daymark off">{t("calendar.holiday")}</span>
          <span className="daymark makeup">{t("calendar.makeup")}</span>
          <span className="muted">{t(edits ? "calendar.howToEdit" : "calendar.readOnly")}</span>
        </p>
        <YearSheet calendar={calendar} onChoose={edits ? choose : undefined} />
      </section>
      <Panel title={t("calendar.named")}>
        <NamedDays days={remarkable(calendar)} />
      </Panel>
      <Panel title={t("detail.history")}>
        <Loaded query={yearHistory(calendar.year)}>
          {(entries) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <section className="tall" aria-label={t("detail.history")} tabIndex={0}>
              <HistoryTimeline entries={entries} />
            </section>
          )}
        </Loaded>
      </Panel>
      {chosen && <DayDialog calendar={calendar} day={chosen} close={() => choose(null)} />}
    </>
  );
}
