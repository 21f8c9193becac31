import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { takeStep } from "@/api/steps";
import type { Matter } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Course, passed } from "@/ui/Course";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { Papers } from "@/ui/Papers";
import { StatusTag } from "@/ui/StatusTag";
import { UrgentTerms } from "@/ui/UrgentTerms";
import { Commitments } from "./Commitments";
import { FamilyTree } from "./FamilyTree";
import { InVillages, onTheWay } from "./InVillages";
import {
  configurationNow,
  matterActions,
  matterCommitments,
  matterHistory,
  matterOne,
  matterProgress,
  originOf,
} from "./queries";
import { MATTER_STEPS } from "./steps";
import { useMatterFacts } from "./useMatterFacts";
import { isLeaving, WithdrawalPanel } from "./WithdrawalPanel";
import { YearlyReview } from "./YearlyReview";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={matterOne(id)}>
      {(matter) => <MatterDetail key={matter.id} matter={matter} />}
    </Loaded>
  );
}

function MatterDetail({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { id, version } = matter;
  return (
    <DetailPage
      title={matter.title}
      status={<StatusTag status={matter.status} label={matter.status_label} />}
      back="/matters"
      head={
        matter.status === "legacy" && (
          <Link to={`/legacy?q=${encodeURIComponent(matter.title)}`}>{t("legacy.toApply")}</Link>
        )
      }
      where={matter.legacy ? undefined : <Where matter={matter} />}
      may={
        <ActionBar
          actions={matterActions(id)}
          forms={MATTER_STEPS}
          take={(step, body) => takeStep("matters", id, step, { version, ...body })}
        />
      }
      facts={useMatterFacts(matter)}
      papers={<Papers papers={matter.papers} />}
      history={matterHistory(id)}
    >
      {matter.conditions.length > 0 && (
        <Panel title={t("matters.conditions")}>
          <ol className="plainlist">
            {matter.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </Panel>
      )}
      {isLeaving(matter) && <WithdrawalPanel matter={matter} />}
      <Panel title={t("matters.progress")}>
        {/* Deliveries are carried out in the background: the figures are asked for until all have arrived. */}
        <Loaded
          query={{
            ...matterProgress(id),
            refetchInterval: ({ state }) => (state.data && onTheWay(state.data) ? 3_000 : false),
          }}
        >
          {(progress) => <InVillages progress={progress} matter={id} />}
        </Loaded>
      </Panel>
      <Panel title={t("matters.commitments")}>
        <Loaded query={matterCommitments(id)}>
          {(commitments) => <Commitments commitments={commitments} />}
        </Loaded>
      </Panel>
      {matter.predecessors.length + matter.successors.length > 0 && (
        <Panel title={t("matters.family")}>
          <FamilyTree matter={matter} />
        </Panel>
      )}
      {/* What is not approved yet is decided on, not reviewed. */}
      {matter.status !== "provisional" && <YearlyReview matter={matter} />}
    </DetailPage>
  );
}

function Where({ matter }: { matter: Matter }) {
  const labels = useLabels("matter");
  const history = useQuery(matterHistory(matter.id)).data ?? [];
  const urgent = matter.status === "provisional";
  const settings = useQuery({ ...configurationNow(), enabled: urgent }).data?.settings;
  const origin = useQuery({
    ...originOf(matter.application_id ?? 0),
    enabled: urgent && matter.application_id !== null,
  }).data;
  return (
    <>
      <Course past={passed(history, labelOf(labels, "pending"))} coming={[]} />
      {urgent && origin && (
        <UrgentTerms
          enteredAt={origin.entered_at}
          clocks={origin.clocks}
          endsOn={matter.ends_on}
          decisionDays={settings?.urgent?.decision_days}
        />
      )}
    </>
  );
}
