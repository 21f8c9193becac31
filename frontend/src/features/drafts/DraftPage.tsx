import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useMe } from "@/api/me";
import { isOfOffice } from "@/api/roles";
import { takeStep } from "@/api/steps";
import type { Draft } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { PdfView } from "@/ui/PdfView";
import { StatusTag } from "@/ui/StatusTag";
import type { StepForms } from "@/ui/step-forms";
import { Checked } from "./Checked";
import { DraftForm } from "./DraftForm";
import { draftActions, draftHistory, draftOne, formsQuery } from "./queries";

const STEPS: StepForms = {
  request: { fields: { copies: { kind: "text", label: "sealCopies" } }, remark: false },
  take_back: { remark: false },
  abandon: { remark: false, danger: true },
};

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={draftOne(id)}>{(draft) => <DraftPage key={id} draft={draft} />}</Loaded>;
}

function DraftPage({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { id, version, status } = draft;
  const writes = isOfOffice(useMe().role) && status === "draft";
  const form = useQuery(formsQuery()).data?.find(({ kind }) => kind === draft.kind);
  return (
    <DetailPage
      title={draft.title || t("drafts.untitled")}
      status={<StatusTag status={status} label={draft.status_label} />}
      back="/drafts"
      may={
        <ActionBar
          key={version}
          actions={draftActions(id)}
          forms={STEPS}
          take={(step, { copies, ...body }) =>
            takeStep("drafts", id, step, {
              version,
              ...body,
              ...(step === "request" ? { copies: Number(copies) || 1 } : {}),
            })
          }
        />
      }
      facts={useFacts(draft)}
      history={draftHistory(id)}
      aside={status === "draft" && <Checked draft={draft} form={form} />}
    >
      {writes && form && (
        <Panel title={t("drafts.written")}>
          <DraftForm draft={draft} form={form} />
        </Panel>
      )}
      <Panel title={t(draft.document ? "drafts.issued" : "drafts.preview")}>
        <PdfView
          // What the browser has kept is of another version.
          key={version}
          href={
            draft.document
              ? `/api/documents/${draft.document.id}/file`
              : `/api/drafts/${id}/preview?version=${version}`
          }
          title={draft.title || t("drafts.untitled")}
        />
      </Panel>
    </DetailPage>
  );
}

function useFacts(draft: Draft): [label: string, value: ReactNode][] {
  const { t } = useTranslation();
  const { corrects, use, document } = draft;
  const facts: [string, ReactNode][] = [
    [t("documents.kind"), draft.kind_label],
    [t("drafts.organisation"), draft.organisation_name],
    [t("drafts.author"), draft.author_name],
  ];
  if (corrects) facts.push([t("drafts.corrects"), paper(corrects)]);
  if (use) {
    const told = `${use.status_label} · ${t("drafts.copies", { count: use.copies })}`;
    facts.push([
      t("drafts.use"),
      <Link key="use" to={`/seal-uses/${use.id}`}>
        {told}
      </Link>,
    ]);
    if (use.refusal) facts.push([t("sealUses.refusal"), use.refusal]);
  }
  if (document) facts.push([t("documents.number"), paper(document)]);
  return facts;
}

const paper = ({ id, number }: { id: number; number: string }) => (
  <Link key={id} to={`/documents/${id}`}>
    {number}
  </Link>
);
