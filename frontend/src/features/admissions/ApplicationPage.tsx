import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { takeStep } from "@/api/steps";
import type { Application } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { Papers } from "@/ui/Papers";
import { StatusTag } from "@/ui/StatusTag";
import { AttachmentList } from "./AttachmentList";
import { Board } from "./Board";
import { Content } from "./Content";
import { OpinionCards } from "./OpinionCards";
import { applicationActions, applicationHistory, applicationOne } from "./queries";
import { SimilarPanel } from "./SimilarPanel";
import { stepsOf } from "./steps";
import { useApplicationFacts } from "./useApplicationFacts";
import { Where } from "./Where";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={applicationOne(id)}>
      {(application) => <ApplicationDetail application={application} />}
    </Loaded>
  );
}

/** What it is, where it stands, what I may do, who says what to it, its papers and its history. */
function ApplicationDetail({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { id, version } = application;
  const forms = useMemo(() => stepsOf(application), [application]);
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
          forms={forms}
          take={(step, body) => takeStep("applications", id, step, { version, ...body })}
        />
      }
      facts={useApplicationFacts(application)}
      papers={<Papers papers={application.papers} />}
      history={applicationHistory(id)}
      aside={
        <Panel title={t("form.sections.attachments")}>
          <AttachmentList files={application.attachments} />
        </Panel>
      }
    >
      <OpinionCards application={application} />
      {application.status !== "draft" && <Board application={application} />}
      <SimilarPanel application={application} />
      <Content application={application} />
    </DetailPage>
  );
}
