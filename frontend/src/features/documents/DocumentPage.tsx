import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useMe } from "@/api/me";
import { isOfOffice } from "@/api/roles";
import type { PaperDetail } from "@/api/types";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, PeriodText } from "@/ui/text";
import { Acts } from "./Acts";
import { Duplicates } from "./Duplicates";
import { InView } from "./InView";
import { documentHistory, documentOne } from "./queries";
import { Uses } from "./Uses";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={documentOne(id)}>{(paper) => <PaperPage paper={paper} />}</Loaded>;
}

type Row = [label: string, value: ReactNode];

/** What has become of it, and which papers have to do with that. */
function Linked({ papers }: { papers: PaperDetail["ends"] }) {
  return papers.map(({ id, number }) => (
    <Link key={id} to={`/documents/${id}`} style={{ marginInlineEnd: 8 }}>
      {number}
    </Link>
  ));
}

function useEnding(paper: PaperDetail): Row[] {
  const { t } = useTranslation();
  const { starts_on, ends_on, ended_on, ended_by, suspended_by, ends } = paper;
  const rows: Row[] = [];
  if (starts_on || ends_on) {
    rows.push([t("matters.period"), <PeriodText key="term" from={starts_on} to={ends_on} />]);
  }
  if (ended_on) {
    rows.push([
      t(paper.void_reason ? "documents.voided" : "documents.ended"),
      <span key="ended">
        <DateText value={ended_on} /> {ended_by && <Linked papers={[ended_by]} />}
      </span>,
    ]);
  }
  if (paper.void_reason) rows.push([t("documents.voidReason"), paper.void_reason]);
  if (paper.corrects) {
    rows.push([t("documents.corrects"), <Linked key="of" papers={[paper.corrects]} />]);
  }
  if (paper.corrections.length > 0) {
    rows.push([t("documents.corrections"), <Linked key="by" papers={paper.corrections} />]);
  }
  if (suspended_by) {
    rows.push([t("documents.suspended"), <Linked key="rests" papers={[suspended_by]} />]);
  }
  if (ends.length > 0) rows.push([t("documents.ends"), <Linked key="ends" papers={ends} />]);
  return rows;
}

function PaperPage({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const { role, realm } = useMe();
  const county = realm.kind === "county";
  return (
    <DetailPage
      title={paper.title}
      status={<StatusTag status={paper.standing} label={paper.standing_label} />}
      back="/documents"
      may={isOfOffice(role) && <Acts paper={paper} />}
      aside={county && <Aside paper={paper} />}
      facts={[
        [t("documents.number"), paper.number],
        [t("documents.kind"), paper.kind_label],
        [t("documents.issued"), <DateText key="issued" value={paper.issued_on} />],
        [t("documents.code"), <code key="code">{paper.code}</code>],
        [
          t("documents.verify"),
          <a key="verify" href={paper.link} target="_blank" rel="noreferrer">
            {paper.link}
          </a>,
        ],
        [t("documents.addressee"), paper.addressee],
        [t("matters.name"), `${paper.matter_code} ${paper.matter_title}`],
        [
          t("form.fields.scope"),
          <ul key="scope" className="plainlist">
            {paper.scope.map(({ code, name, villages }) => (
              <li key={code}>
                {name}：{villages.join("、")}
              </li>
            ))}
          </ul>,
        ],
        ...useEnding(paper),
        [t("documents.sha256"), <code key="sha">{paper.sha256}</code>],
        [t("documents.size"), `${Math.ceil(paper.size / 1024)} kB`],
      ]}
      history={documentHistory(paper.id)}
    >
      <Panel title={t("documents.inView")}>
        <InView paper={paper} />
      </Panel>
    </DetailPage>
  );
}

/** What was sealed for this paper, and which duplicates there are. */
function Aside({ paper }: { paper: PaperDetail }) {
  return (
    <>
      <Duplicates id={paper.id} />
      <Uses id={paper.id} />
    </>
  );
}
