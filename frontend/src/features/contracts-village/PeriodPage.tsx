import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { periodActions, periodHistory, periodOne } from "@/api/contracts";
import { takeStep } from "@/api/steps";
import type { AcceptancePeriod } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { AssessmentTable } from "@/ui/contracts/AssessmentTable";
import { Objections } from "@/ui/contracts/Objections";
import { PeriodCourse } from "@/ui/contracts/PeriodCourse";
import { PeriodScore } from "@/ui/contracts/PeriodScore";
import { DetailPage, Facts, Loaded, Panel } from "@/ui/DetailPage";
import { DaysLeft } from "@/ui/DueDate";
import { StatusTag } from "@/ui/StatusTag";
import { PeriodText, Prose } from "@/ui/text";
import { bodyFor, usePeriodSteps } from "./period-steps";
import { Rating } from "./Rating";
import { useConclusion } from "./useConclusion";

/** One acceptance period: our report, what was found clause by clause, what we say to it, what came of it. */
export function Component() {
  const id = Number(useParams().period);
  return <Loaded query={periodOne(id)}>{(period) => <PeriodDetail period={period} />}</Loaded>;
}

function PeriodDetail({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const { id, version, contract_id } = period;
  const forms = usePeriodSteps(period);
  const conclusion = useConclusion(period);
  return (
    <DetailPage
      title={period.title}
      status={<StatusTag status={period.status} label={period.status_label} />}
      back={`/contracts/${contract_id}`}
      where={
        <>
          <PeriodCourse period={period} />
          <Standing period={period} />
        </>
      }
      may={
        <div className="touch">
          <ActionBar
            actions={periodActions(id)}
            forms={forms}
            take={(step, body) =>
              takeStep("periods", id, step, { version, ...bodyFor(step, body) })
            }
          />
        </div>
      }
      facts={[
        [
          t("contracting.periods.contract"),
          <Link key="contract" to={`/contracts/${contract_id}`}>
            {t("common.view")}
          </Link>,
        ],
        [
          t("contracting.periods.term"),
          <PeriodText key="term" from={period.from_on} to={period.to_on} />,
        ],
        [
          t("contracting.periods.reportLabel"),
          period.report ? (
            <Prose key="report" text={period.report} />
          ) : (
            t("contracting.periods.noReport")
          ),
        ],
      ]}
      history={periodHistory(id)}
    >
      <Panel title={t("contracting.periods.verdicts")}>
        <AssessmentTable period={period} side="provider" />
        <PeriodScore period={period} />
      </Panel>
      <Objections period={period} />
      {conclusion.length > 0 && (
        <Panel title={t("contracting.periods.result")}>
          <Facts rows={conclusion} />
        </Panel>
      )}
      <Rating period={period} />
    </DetailPage>
  );
}

const TOLD = [
  "planned",
  "remedy",
  "reported",
  "assessed",
  "defended",
  "answered",
  "at_township",
  "proposed",
  "at_county",
  "agreed",
  "panel_signed",
] as const;

/** Whose turn it is, what silence would mean here, and how many working days are left. */
function Standing({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const told = TOLD.find((status) => status === period.status);
  if (!told) return null;
  return (
    <div data-testid="standing">
      <p className="asked">{t(`contracting.periods.standing.${told}`)}</p>
      {told === "assessed" && period.days_left !== null && (
        <p>
          {t("contracting.periods.defenceLeft")} <DaysLeft n={period.days_left} />
        </p>
      )}
    </div>
  );
}
