import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Clock } from "@/api/types";
import { DaysLeft } from "./DueDate";
import { day } from "./text";

/** The limits of a case: what runs, what is left of it, why it stands still; then what is over. */
export function Clocks({ clocks }: { clocks: Clock[] }) {
  const { t } = useTranslation();
  const running = clocks.filter((clock) => clock.met_on === null);
  const met = clocks.filter((clock) => clock.met_on !== null);
  const warnings = [...new Set(running.flatMap(({ warning }) => (warning ? [warning] : [])))];
  return (
    <div data-testid="clocks">
      {warnings.map((warning) => (
        <Alert
          key={warning}
          type="warning"
          showIcon
          className="missingyear"
          title={t("clock.missing")}
          description={warning}
        />
      ))}
      {running.length === 0 && <p className="muted">{t("clock.none")}</p>}
      <ul className="clocks">
        {running.map((clock) => (
          <Running key={clock.id} clock={clock} />
        ))}
      </ul>
      <Pauses clocks={clocks} />
      {met.length > 0 && (
        <details>
          <summary>{t("clock.past", { count: met.length })}</summary>
          <ul className="plainlist">
            {met.map((clock) => (
              <li key={clock.id}>
                {clock.label} <Limit clock={clock} />{" "}
                {clock.met_on && t("clock.met", { date: day(clock.met_on) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Running({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  return (
    <li data-testid={`clock-${clock.name}`}>
      <strong>{clock.label}</strong> <Left clock={clock} />
      <div className="muted">
        {clock.due_on && <Due on={clock.due_on} />}
        <Limit clock={clock} />
        {clock.role_label && ` · ${t("clock.who", { role: clock.role_label })}`}
      </div>
    </li>
  );
}

function Due({ on }: { on: string }) {
  const { t } = useTranslation();
  return (
    <>
      <time dateTime={on}>{t("clock.due", { date: day(on) })}</time>
      {" · "}
    </>
  );
}

function Left({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const { left } = clock;
  const unit = useUnit(clock);
  if (clock.paused) {
    const words = left === null ? t("clock.stopped") : t("clock.paused", { n: left, unit });
    return <span className="tag tag-still">{words}</span>;
  }
  return left === null ? null : <DaysLeft n={left} unit={unit} />;
}

/** How a count of its days is read. */
function useUnit({ unit }: Clock): string {
  const { t } = useTranslation();
  return t(unit === "working" ? "clock.workdays" : "clock.days");
}

function Limit({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const from = day(clock.started_on);
  return <span>{t("clock.limit", { n: clock.limit, unit: useUnit(clock), from })}</span>;
}

/** Each pause once, though it stops several clocks. */
function Pauses({ clocks }: { clocks: Clock[] }) {
  const { t } = useTranslation();
  const all = clocks.flatMap((clock) => clock.pauses);
  const pauses = [...new Map(all.map((one) => [`${one.reason}${one.from_on}`, one])).values()];
  if (pauses.length === 0) return null;
  return (
    <details open={pauses.some(({ to_on }) => to_on === null)}>
      <summary>{t("clock.pauses")}</summary>
      <ul className="plainlist">
        {pauses.map((pause) => (
          <li key={`${pause.reason}${pause.from_on}`}>
            {pause.to_on
              ? t("clock.pause", {
                  reason: pause.label,
                  from: day(pause.from_on),
                  to: day(pause.to_on),
                })
              : t("clock.pausing", { reason: pause.label, from: day(pause.from_on) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
