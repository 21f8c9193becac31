import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { periodActions, periodHistory, periodOne } from "@/api/contracts";
import { useMe } from "@/api/me";
import { isOfDepartment } from "@/api/roles";
import { takeStep } from "@/api/steps";
import type { AcceptancePeriod } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { AssessForm } from "@/ui/contracts/AssessForm";
import { AssessmentTable } from "@/ui/contracts/AssessmentTable";
import { Objections } from "@/ui/contracts/Objections";
import { PeriodCourse } from "@/ui/contracts/PeriodCourse";
import { PeriodScore } from "@/ui/contracts/PeriodScore";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, PeriodText, Prose } from "@/ui/text";
import { Yuan } from "@/ui/Yuan";
import { Panelists } from "./Panelists";
import { bodyOf, periodSteps } from "./period-steps";

export function Component() {
  const id = Number(useParams().period);
  return (
    <Loaded query={periodOne(id)}>{(period) => <Desk key={period.id} period={period} />}</Loaded>
  );
}

/** Where the purchaser may write its verdicts: before it has assessed, and to follow the township's proposal. */
const WRITTEN = ["reported", "proposed"];

/** The acceptance desk of one period: what was reported, judged, objected to, and what the panel found. */
function Desk({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const { id, version } = period;
  const writes = isOfDepartment(useMe().role) && WRITTEN.includes(period.status);
  const forms = useMemo(() => periodSteps(period), [period]);
  const rated = period.clauses.some(
    ({ clause }) => clause.side === "purchaser" && clause.assessable,
  );
  return (
    <DetailPage
      title={t("period.title", { title: period.title })}
      status={<StatusTag status={period.status} label={period.status_label} />}
      back={`/contracts/${period.contract_id}?tab=periods`}
      head={<Link to={`/contracts/${period.contract_id}`}>{t("terms.toContract")}</Link>}
      where={<PeriodCourse period={period} />}
      may={
        <ActionBar
          actions={periodActions(id)}
          forms={forms}
          take={(step, body) =>
            takeStep("periods", id, step, { version, ...bodyOf(step, body, period) })
          }
        />
      }
      facts={useFacts(period)}
      history={periodHistory(id)}
      aside={
        <Panel title={t("period.score")}>
          <PeriodScore period={period} />
        </Panel>
      }
    >
      <Panel title={t("period.report")}>
        <Prose text={period.report} />
      </Panel>
      <Panel title={t("period.provider")}>
        {writes ? (
          <AssessForm period={period} side="provider" />
        ) : (
          <AssessmentTable period={period} side="provider" />
        )}
      </Panel>
      <Objections period={period} />
      <Panelists period={period} />
      {rated && (
        <Panel title={t("period.purchaser")}>
          <AssessmentTable period={period} side="purchaser" />
        </Panel>
      )}
    </DetailPage>
  );
}

function useFacts(period: AcceptancePeriod): [string, ReactNode][] {
  const { t } = useTranslation();
  return [
    [t("contracts.period.days"), <PeriodText key="days" from={period.from_on} to={period.to_on} />],
    [t("period.reportedAt"), <DateText key="reported" value={period.reported_at} time />],
    [t("period.assessedAt"), <DateText key="assessed" value={period.assessed_at} time />],
    [t("period.round"), String(period.round)],
    [t("period.payable"), <Yuan key="payable" value={period.payable} />],
  ];
}
