import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
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
import { placementActions, placementHistory, placementOne } from "./queries";

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

function PlacementDetail({ placement }: { placement: Placement }) {
  const { t } = useTranslation();
  const { id, version } = placement;
  const labels = useLabels("placement");
  const history = useQuery(placementHistory(id)).data ?? [];
  return (
    <DetailPage
      title={placement.title}
      status={<StatusTag status={placement.status} label={placement.status_label} />}
      back="/placements"
      where={<Course past={passed(history, labelOf(labels, "notified"))} coming={[]} />}
      may={
        <ActionBar
          actions={placementActions(id)}
          forms={stepsOf(placement)}
          take={(step, body) => takeStep("placements", id, step, { version, ...body })}
        />
      }
      facts={[
        [t("placements.village"), placement.village],
        [t("matters.code"), placement.matter_code],
        [t("placements.department"), placement.department],
        [t("placements.duty"), <Prose key="duty" text={placement.village_duty} />],
        [t("form.fields.funding_amount"), <MoneyText key="money" value={placement.funding} />],
        [
          t("placements.period"),
          <PeriodText key="period" from={placement.starts_on} to={placement.ends_on} />,
        ],
        [t("placements.number"), placement.document_number],
        ...(placement.closing_reason
          ? [[t("placements.reason"), placement.closing_reason] satisfies [string, string]]
          : []),
      ]}
      history={placementHistory(id)}
    >
      <Panel title={t(placement.status === "notified" ? "placements.toRead" : "placements.paper")}>
        <PdfView href={fileOf(placement.document_id)} title={placement.document_number} />
      </Panel>
      {placement.closing_document_id && (
        <Panel title={t("placements.closingPaper")}>
          <PdfView href={fileOf(placement.closing_document_id)} title={placement.closing_number} />
        </Panel>
      )}
    </DetailPage>
  );
}
