import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { takeStep } from "@/api/steps";
import type { Placement } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Course, passed } from "@/ui/Course";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { PdfView } from "@/ui/PdfView";
import { StatusTag } from "@/ui/StatusTag";
import type { StepForms } from "@/ui/step-forms";
import { MoneyText, PeriodText, Prose } from "@/ui/text";
import { HeldPaper } from "./HeldPaper";
import { Provisional } from "./Provisional";
import { placementActions, placementHistory, placementOne } from "./queries";
import { Rights } from "./Rights";
import { SaidSoFar } from "./SaidSoFar";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={placementOne(id)}>
      {(placement) => <PlacementDetail placement={placement} />}
    </Loaded>
  );
}

const fileOf = (document: number) => `/api/documents/${document}/file`;

/** Confirming is done with the paper in view, by the code that stands on it (clause 2.1c). */
const stepsOf = (placement: Placement): StepForms => ({
  confirm: {
    intro: <PdfView href={fileOf(placement.document_id)} title={placement.document_number} />,
    fields: { seen: { kind: "seen" }, document_code: { kind: "text", required: true } },
  },
});

type Row = [label: string, value: ReactNode];

function PlacementDetail({ placement }: { placement: Placement }) {
  const { t } = useTranslation();
  const { id, version } = placement;
  const labels = useLabels("placement");
  const history = useQuery(placementHistory(id)).data ?? [];
  return (
    <DetailPage
      title={placement.title}
      status={
        <span className="tags">
          <StatusTag status={placement.status} label={placement.status_label} />{" "}
          <Provisional of={placement} />
        </span>
      }
      back="/placements"
      where={
        <>
          <Course past={passed(history, labelOf(labels, "notified"))} coming={[]} />
          <Notices placement={placement} />
        </>
      }
      may={
        <ActionBar
          actions={placementActions(id)}
          forms={stepsOf(placement)}
          take={(step, body) => takeStep("placements", id, step, { version, ...body })}
        />
      }
      facts={useRows(placement)}
      history={placementHistory(id)}
    >
      <Panel title={t("placing.may")}>
        <Rights placement={placement} />
      </Panel>
      <Panel title={t("placing.said")}>
        <SaidSoFar id={id} />
      </Panel>
      {placement.closing_document_id && (
        <Panel title={t("placements.closingPaper")}>
          <PdfView href={fileOf(placement.closing_document_id)} title={placement.closing_number} />
        </Panel>
      )}
      <Panel title={t(placement.status === "notified" ? "placements.toRead" : "placements.paper")}>
        <PdfView href={fileOf(placement.document_id)} title={placement.document_number} />
      </Panel>
    </DetailPage>
  );
}

/** What the village may go by now, said in a sentence: what rests or is gone need not be done. */
function Notices({ placement }: { placement: Placement }) {
  const { t } = useTranslation();
  const { status } = placement;
  const rests = status === "suspended" || status === "refused" || status === "closed";
  return (
    <>
      {placement.provisional && status !== "closed" && (
        <Alert type="warning" showIcon title={t("placing.notice.provisional")} className="gap" />
      )}
      {rests && (
        <Alert
          type="info"
          showIcon
          title={t(`placing.notice.${status}`)}
          className="gap"
          action={
            status === "refused" &&
            placement.refusal_id && (
              <Link to={`/refusals/${placement.refusal_id}`}>{t("placing.toRefusal")}</Link>
            )
          }
        />
      )}
    </>
  );
}

function useRows(placement: Placement): Row[] {
  const { t } = useTranslation();
  const neighbours = (label: string, all: Placement["successors"]): Row[] =>
    all.length > 0 ? [[label, <Neighbours key={label} all={all} />]] : [];
  return [
    [t("placements.village"), placement.village],
    [t("matters.code"), placement.matter_code],
    [t("placements.department"), placement.department],
    [t("placements.duty"), <Prose key="duty" text={placement.village_duty} />],
    [t("form.fields.funding_amount"), <MoneyText key="money" value={placement.funding} />],
    [
      t("placements.period"),
      <PeriodText key="period" from={placement.starts_on} to={placement.ends_on} />,
    ],
    [t("placing.holds"), <HeldPaper key="paper" placement={placement} />],
    ...(placement.entered_at
      ? [[t("placing.receipt"), <Receipt key="slip" id={placement.id} />] satisfies Row]
      : []),
    ...(placement.closing_reason
      ? [[t("placements.reason"), placement.closing_reason] satisfies Row]
      : []),
    ...neighbours(t("placing.cameFrom"), placement.predecessors),
    ...neighbours(t("placing.wentInto"), placement.successors),
  ];
}

/** The slip that says that its paper has come. */
function Receipt({ id }: { id: number }) {
  const { t } = useTranslation();
  return (
    <a href={`/api/placements/${id}/receipt`} download data-testid="receipt-slip">
      {t("placing.downloadReceipt")}
    </a>
  );
}

function Neighbours({ all }: { all: Placement["successors"] }) {
  return (
    <ul className="plainlist">
      {all.map(({ id, title, status, status_label, document_number }) => (
        <li key={id}>
          <Link to={`/placements/${id}`}>{title}</Link> {document_number}{" "}
          <StatusTag status={status} label={status_label} />
        </li>
      ))}
    </ul>
  );
}
