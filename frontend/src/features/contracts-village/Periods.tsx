import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { periodsOf } from "@/api/contracts";
import { Loaded, Panel } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { StatusTag } from "@/ui/StatusTag";
import { PeriodText } from "@/ui/text";

/** The acceptance periods of a contract, in their order; none of them shows a score here. */
export function Periods({ contract }: { contract: number }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("contracting.periods.title")}>
      <Loaded query={periodsOf(contract)}>
        {(periods) =>
          periods.length === 0 ? (
            <p className="muted">{t("contracting.periods.none")}</p>
          ) : (
            <ul className="cards">
              {periods.map((period) => (
                <li key={period.id}>
                  <span className="first">
                    <Link to={`/contracts/${contract}/periods/${period.id}`}>{period.title}</Link>{" "}
                    <StatusTag status={period.status} label={period.status_label} />
                  </span>
                  <p className="muted">
                    <PeriodText from={period.from_on} to={period.to_on} />
                    {period.round > 1 &&
                      ` · ${t("contracting.periods.round", { n: period.round })}`}
                  </p>
                  {period.due_on && (
                    <p>
                      {t("contracting.periods.open")} <DueDate value={period.due_on} />
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
