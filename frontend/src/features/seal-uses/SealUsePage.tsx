import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { takeStep } from "@/api/steps";
import type { SealUse } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { PdfView } from "@/ui/PdfView";
import { StatusTag } from "@/ui/StatusTag";
import type { StepForms } from "@/ui/step-forms";
import { DateText, Prose } from "@/ui/text";
import { sealUseActions, sealUseHistory, sealUseOne } from "./queries";

const STEPS: StepForms = {
  approve: { fields: { ground: { kind: "text", label: "sealGround" } }, remark: false },
  refuse: { remark: "required", danger: true },
  use: { remark: false },
  cancel: { remark: false, danger: true },
};

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={sealUseOne(id)}>{(use) => <UsePage use={use} />}</Loaded>;
}

function UsePage({ use }: { use: SealUse }) {
  const { t } = useTranslation();
  const { id, version, draft, document } = use;
  const shown = document ? `/api/documents/${document.id}/file` : `/api/drafts/${draft}/preview`;
  return (
    <DetailPage
      title={use.title}
      status={<StatusTag status={use.status} label={use.status_label} />}
      back="/seal-uses"
      where={<Stages use={use} />}
      may={
        <ActionBar
          actions={sealUseActions(id)}
          forms={STEPS}
          take={(step, body) => takeStep("seal-uses", id, step, { version, ...body })}
        />
      }
      facts={useFacts(use)}
      history={sealUseHistory(id)}
    >
      {(document || draft) && (
        <Panel title={t("sealUses.paper")}>
          <PdfView href={shown} title={document?.number ?? use.title} />
        </Panel>
      )}
    </DetailPage>
  );
}

type Fact = [label: string, value: ReactNode];

function useFacts(use: SealUse): Fact[] {
  const { t } = useTranslation();
  const facts: Fact[] = [
    [
      t("sealUses.seal"),
      <Link key="seal" to={`/seals/${use.seal_id}`}>
        {use.seal_name}
      </Link>,
    ],
    [t("sealUses.purpose"), use.purpose_label],
    [t("documents.kind"), use.kind_label],
    [t("sealUses.copies"), use.copies],
  ];
  if (use.document) {
    facts.push([
      t("documents.number"),
      <Link key="paper" to={`/documents/${use.document.id}`}>
        {use.document.number}
      </Link>,
    ]);
  }
  if (use.draft && !use.document) {
    facts.push([
      t("sealUses.draft"),
      <Link key="draft" to={`/drafts/${use.draft}`}>
        {t("common.view")}
      </Link>,
    ]);
  }
  if (use.receiver) facts.push([t("sealUses.receiver"), use.receiver]);
  if (use.reason) facts.push([t("sealUses.reason"), use.reason]);
  if (use.ground) facts.push([t("sealUses.ground"), use.ground]);
  if (use.refusal) facts.push([t("sealUses.refusal"), <Prose key="no" text={use.refusal} />]);
  return facts;
}

/** Asked for, approved of, done: who and when. */
function Stages({ use }: { use: SealUse }) {
  const { t } = useTranslation();
  const stages = [
    { what: "requested", name: use.requested_name, at: use.requested_at },
    { what: "approved", name: use.approved_name, at: use.approved_at },
    { what: "used", name: use.used_name, at: use.used_at },
  ] as const;
  const here = stages.filter(({ at }) => at).length - 1;
  return (
    <ol className="course">
      {stages.map(({ what, name, at }, place) => (
        <li key={what} className={place === here ? "here" : place > here ? "coming" : undefined}>
          <span className="what">{t(`sealUses.${what}`)}</span>
          <small>
            {name} {at && <DateText value={at} time />}
            {what === "approved" && use.granted && ` ${t("sealUses.granted")}`}
          </small>
        </li>
      ))}
    </ol>
  );
}
