import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { takeStep } from "@/api/steps";
import type { Application } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Course, passed } from "@/ui/Course";
import { DetailPage, Facts, Loaded, Panel } from "@/ui/DetailPage";
import { Papers } from "@/ui/Papers";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { comingAfter } from "./course";
import { applicationActions, applicationHistory, applicationOne } from "./queries";
import { APPLICATION_STEPS } from "./steps";
import { useApplicationFacts } from "./useApplicationFacts";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={applicationOne(id)}>
      {(application) => <ApplicationDetail application={application} />}
    </Loaded>
  );
}

function ApplicationDetail({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { id, version } = application;
  return (
    <DetailPage
      title={application.title}
      status={<StatusTag status={application.status} label={application.status_label} />}
      back="/applications"
      head={application.editable && <Link to={`/applications/${id}/edit`}>{t("common.edit")}</Link>}
      where={<Where application={application} />}
      may={
        <ActionBar
          actions={applicationActions(id)}
          forms={APPLICATION_STEPS}
          take={(step, body) => takeStep("applications", id, step, { version, ...body })}
        />
      }
      facts={useApplicationFacts(application)}
      papers={<Papers papers={application.papers} />}
      history={applicationHistory(id)}
    >
      <Opinions application={application} />
    </DetailPage>
  );
}

function Where({ application }: { application: Application }) {
  const { t } = useTranslation();
  const labels = useLabels("application");
  const history = useQuery(applicationHistory(application.id)).data ?? [];
  // Nobody can know yet that the committee will say yes.
  const named = (stage: string) =>
    stage === "approved" ? t("applications.decision") : labelOf(labels, stage);
  return (
    <Course
      past={passed(history, labelOf(labels, "draft"))}
      coming={comingAfter(application.status).map(named)}
    />
  );
}

/** The review's three findings, the committee's decision and what came of it. */
function Opinions({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { findings, decision, matter } = application;
  return (
    <>
      {findings.length > 0 && (
        <Panel title={t("step.findings")}>
          <Facts
            rows={findings.map((finding) => [
              finding.aspect_label,
              <span key={finding.aspect}>
                <StatusTag
                  status={finding.favourable ? "done" : "failed"}
                  label={t(finding.favourable ? "step.favourable" : "step.unfavourable")}
                />{" "}
                <span className="prose">{finding.opinion}</span>
                <div className="muted">{finding.reviewer}</div>
              </span>,
            ])}
          />
        </Panel>
      )}
      {decision && (
        <Panel title={t("applications.decision")}>
          <Facts
            rows={[
              [t("applications.result"), decision.outcome_label],
              [t("step.resolution_number"), decision.resolution_number],
              [t("step.meeting_on"), <DateText key="on" value={decision.meeting_on} />],
              ...(decision.reasons
                ? [[t("step.reasons"), decision.reasons] satisfies [string, string]]
                : []),
            ]}
          />
        </Panel>
      )}
      {matter && (
        <Panel title={t("applications.matter")}>
          <Link to={`/matters/${matter.id}`}>{matter.code}</Link>{" "}
          <StatusTag status={matter.status} label={matter.status_label} />
        </Panel>
      )}
    </>
  );
}
