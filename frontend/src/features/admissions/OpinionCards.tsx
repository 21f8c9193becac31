import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Prose } from "@/ui/text";
import { Concerned } from "./values";

/** What each has said who had to: first review, three findings, recommendation, endorsements, decision; side by side. */
export function OpinionCards({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { first_review, findings, endorsements, decision, recommendation } = application;
  if (!first_review && findings.length === 0 && !decision) return null;
  return (
    <Panel title={t("opinion.title")}>
      <ul className="opinions" data-testid="opinions">
        {first_review && <FirstReview review={first_review} />}
        {findings.map((finding) => (
          <Card
            key={finding.aspect}
            title={t("opinion.review", { aspect: finding.aspect_label })}
            tag={
              <StatusTag
                status={finding.favourable ? "done" : "failed"}
                label={t(finding.favourable ? "step.favourable" : "step.unfavourable")}
              />
            }
            foot={finding.reviewer}
          >
            <Prose text={finding.opinion} />
          </Card>
        ))}
        {recommendation && (
          <Card title={t("opinion.recommendation")}>
            <Prose text={recommendation} />
          </Card>
        )}
        {endorsements.map((one) => (
          <Card
            key={`${one.body}${one.reference}`}
            title={t("opinion.endorsement", { body: one.body_label })}
            foot={<Reference number={one.reference} on={one.given_on} />}
          >
            <Prose text={one.opinion} />
          </Card>
        ))}
        {decision && <Decision decision={decision} />}
      </ul>
    </Panel>
  );
}

interface CardProps {
  title: string;
  tag?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

function Card({ title, tag, foot, children }: CardProps) {
  return (
    <li>
      <h3>
        {title} {tag}
      </h3>
      <div>{children}</div>
      {foot && <div className="muted foot">{foot}</div>}
    </li>
  );
}

function Reference({ number, on }: { number: string; on: string }) {
  return (
    <>
      {number} <DateText value={on} />
    </>
  );
}

interface Judged {
  matter: number;
  judgement: "different" | "merge";
  reason: string;
}

function FirstReview({ review }: { review: NonNullable<Application["first_review"]> }) {
  const { t } = useTranslation();
  const judged = review.similar as unknown as Judged[];
  return (
    <Card title={t("opinion.firstReview")} foot={review.reviewer}>
      <Prose text={review.opinion} />
      {judged.length > 0 && (
        <>
          <h4>{t("opinion.judged")}</h4>
          {judged.map((one) => (
            <div key={one.matter}>
              <Concerned ids={[one.matter]} />
              {t("common.pair", { label: t(`opinion.${one.judgement}`), value: one.reason })}
            </div>
          ))}
        </>
      )}
    </Card>
  );
}

function Decision({ decision }: { decision: NonNullable<Application["decision"]> }) {
  const { t } = useTranslation();
  return (
    <Card
      title={t("opinion.decision", { body: decision.body_label })}
      tag={<StatusTag status={decision.outcome} label={decision.outcome_label} />}
      foot={<Reference number={decision.resolution_number} on={decision.meeting_on} />}
    >
      {decision.reasons && <Prose text={decision.reasons} />}
      {decision.conditions.length > 0 && (
        <>
          <h4>{t("opinion.conditions")}</h4>
          <ol className="plainlist">
            {decision.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </>
      )}
      {decision.resubmit_on && (
        <div>
          {t("opinion.resubmit")} <DateText value={decision.resubmit_on} />
        </div>
      )}
      {decision.merged_into_id && (
        <>
          <h4>{t("opinion.mergedInto")}</h4>
          <Concerned ids={[decision.merged_into_id]} />
        </>
      )}
    </Card>
  );
}
