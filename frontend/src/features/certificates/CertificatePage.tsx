import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { takeStep } from "@/api/steps";
import type { Certificate } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Course, passed } from "@/ui/Course";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import type { StepForms } from "@/ui/step-forms";
import { DateText, Prose } from "@/ui/text";
import { certificateActions, certificateHistory, certificateOne } from "./queries";

const FORMS: StepForms = {
  approve: { remark: false },
  refuse: { remark: "required", danger: true },
  cancel: { remark: false, danger: true },
};
const SOON = 3_000;

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={watched(id)}>{(one) => <CertificateDetail certificate={one} />}</Loaded>;
}

/** While the paper is being made the page looks again until it is there. */
const watched = (id: number) => ({
  ...certificateOne(id),
  refetchInterval: (query: { state: { data?: Certificate } }) =>
    query.state.data?.status === "approved" ? SOON : false,
});

function CertificateDetail({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation();
  const { id, version, status } = certificate;
  const labels = useLabels("certificate");
  const history = useQuery(certificateHistory(id)).data ?? [];
  return (
    <DetailPage
      title={certificate.name}
      status={<StatusTag status={status} label={certificate.status_label} />}
      back="/certificates"
      where={
        <>
          <Course past={passed(history, labelOf(labels, "requested"))} coming={[]} />
          <p className="asked">{t(`certify.now.${status}`)}</p>
        </>
      }
      may={
        <ActionBar
          actions={certificateActions(id)}
          forms={FORMS}
          take={(step, body) => takeStep("certificates", id, step, { version, ...body })}
        />
      }
      facts={useRows(certificate)}
      papers={certificate.document_id && <Paper certificate={certificate} />}
      history={certificateHistory(id)}
    />
  );
}

type Row = [label: string, value: ReactNode];

function useRows(certificate: Certificate): Row[] {
  const { t } = useTranslation();
  const person: Row[] = certificate.person
    ? [
        [t("certify.fields.person"), certificate.person],
        [t("certify.fields.text"), <Prose key="text" text={certificate.text} />],
      ]
    : [
        [
          t("certify.fields.person"),
          <span key="gone" className="muted">
            {t("certify.gone")}
          </span>,
        ],
      ];
  return [
    [t("certify.fields.village"), certificate.village],
    [t("certify.fields.demander"), `${certificate.demander}（${certificate.demander_kind_label}）`],
    [t("certify.fields.use"), certificate.use],
    ...person,
    [t("certify.basis"), certificate.basis],
    [t("certify.requestedBy"), certificate.requested_by],
    ...(certificate.approved_by
      ? [[t("certify.approvedBy"), certificate.approved_by] satisfies Row]
      : []),
    ...(certificate.refusal ? [[t("certify.refusal"), certificate.refusal] satisfies Row] : []),
  ];
}

/** The file is its village's alone: nobody else may open it. */
function Paper({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation();
  const own = useMe().villages.some(({ id }) => id === certificate.village_id);
  return (
    <>
      <p>
        {certificate.number}
        <br />
        {t("certify.holds")} <DateText value={certificate.holds_until} />
      </p>
      {own ? (
        <a
          className="ant-btn bigbutton primary"
          href={`/api/documents/${certificate.document_id}/file`}
          download={`${certificate.number}.pdf`}
          data-testid="certificate-file"
        >
          {t("certify.download")}
        </a>
      ) : (
        <p className="muted">{t("certify.villageOnly")}</p>
      )}
    </>
  );
}
