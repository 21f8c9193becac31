import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { takeStep } from "@/api/steps";
import type { RefusalCase } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { DetailPage, Facts, Loaded, Panel } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Prose } from "@/ui/text";
import { refusalActions, refusalHistory, refusalOne } from "./queries";
import { REFUSAL_STEPS } from "./steps";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={refusalOne(id)}>{(one) => <RefusalDetail refusal={one} />}</Loaded>;
}

function RefusalDetail({ refusal }: { refusal: RefusalCase }) {
  const { t } = useTranslation();
  const { id, version } = refusal;
  return (
    <DetailPage
      title={t("refusals.named", { demand: refusal.demand.slice(0, 40) })}
      status={<StatusTag status={refusal.status} label={refusal.status_label} />}
      back="/refusals"
      where={<Stages refusal={refusal} />}
      may={
        <ActionBar
          actions={refusalActions(id)}
          forms={REFUSAL_STEPS}
          take={(step, body) => takeStep("refusals", id, step, { version, ...body })}
        />
      }
      facts={[
        [t("refusals.demand"), <Prose key="demand" text={refusal.demand} />],
        [t("refusals.department"), refusal.department],
        [t("refusals.village"), <Place key="place" refusal={refusal} />],
        [t("refusals.form"), refusal.form_label],
        [t("refusals.demandedOn"), <DateText key="on" value={refusal.demanded_on} />],
        ...(refusal.matter_id
          ? [
              [
                t("refusals.matter"),
                <Link key="matter" to={`/matters/${refusal.matter_id}`}>
                  {t("common.view")}
                </Link>,
              ] satisfies [string, React.ReactNode],
            ]
          : []),
        [t("refusals.filed"), <DateText key="filed" value={refusal.filed_at} time />],
      ]}
      history={refusalHistory(id)}
    >
      <Reasons refusal={refusal} />
      <Answers refusal={refusal} />
    </DetailPage>
  );
}

function Place({ refusal }: { refusal: RefusalCase }) {
  const { t } = useTranslation();
  const { township, village } = refusal;
  return /^[＊*]+$/.test(village) ? (
    <span className="muted">{t("refusals.hiddenHint")}</span>
  ) : (
    [township, village].filter(Boolean).join(" ")
  );
}

/** Refused, answered, ruled: what was passed, and until when an answer is owed. */
function Stages({ refusal }: { refusal: RefusalCase }) {
  const { t } = useTranslation();
  const { filed_at, due_on, answered_at, ruled_at, status } = refusal;
  const waits = status === "filed";
  return (
    <ol className="course">
      <li className={waits ? "here" : undefined}>
        <span className="what">{t("refusals.stage.filed")}</span>
        <small>
          <DateText value={filed_at} />
        </small>
      </li>
      <li className={waits ? "coming" : ruled_at ? undefined : "here"}>
        <span className="what">{t("refusals.stage.answer")}</span>
        <small>{waits ? <DueDate value={due_on} /> : <DateText value={answered_at} />}</small>
      </li>
      {(ruled_at || status === "contested") && (
        <li className={ruled_at ? "here" : "coming"}>
          <span className="what">{t("refusals.stage.ruling")}</span>
          <small>{ruled_at ? <DateText value={ruled_at} /> : t("refusals.officeRules")}</small>
        </li>
      )}
    </ol>
  );
}

/** Why: each reason with what it rests on. */
function Reasons({ refusal }: { refusal: RefusalCase }) {
  const { t } = useTranslation();
  const reasons = useLabels("reason");
  const bases = useLabels("reason_basis");
  return (
    <Panel title={t("refusals.reasons")}>
      <ul className="cards">
        {refusal.reasons.map((code) => (
          <li key={code} data-testid={`reason-${code}`}>
            <strong>
              {code} {labelOf(reasons, code)}
            </strong>
            <div className="muted">
              {t("common.pair", { label: t("refusals.basis"), value: labelOf(bases, code) })}
            </div>
          </li>
        ))}
      </ul>
      {refusal.explanation && (
        <p className="prose">
          <strong>{t("refusals.explanation")}</strong> {refusal.explanation}
        </p>
      )}
    </Panel>
  );
}

function Answers({ refusal }: { refusal: RefusalCase }) {
  const { t } = useTranslation();
  const { answer, application_id, ruling } = refusal;
  if (!answer && !ruling) return null;
  return (
    <Panel title={t("refusals.outcome")}>
      <Facts
        rows={[
          [t("refusals.answer"), <Prose key="answer" text={answer} />],
          ...(application_id
            ? [
                [
                  t("refusals.application"),
                  <Link key="application" to={`/applications/${application_id}`}>
                    {t("common.view")}
                  </Link>,
                ] satisfies [string, React.ReactNode],
              ]
            : []),
          ...(ruling
            ? [
                [t("refusals.ruling"), <Prose key="ruling" text={ruling} />] satisfies [
                  string,
                  React.ReactNode,
                ],
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
