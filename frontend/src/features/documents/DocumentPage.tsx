import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { PaperDetail } from "@/api/types";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, PeriodText } from "@/ui/text";
import { InView } from "./InView";
import { documentHistory, documentOne } from "./queries";

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
      t("documents.ended"),
      <span key="ended">
        <DateText value={ended_on} /> {ended_by && <Linked papers={[ended_by]} />}
      </span>,
    ]);
  }
  if (suspended_by) {
    rows.push([t("documents.suspended"), <Linked key="rests" papers={[suspended_by]} />]);
  }
  if (ends.length > 0) rows.push([t("documents.ends"), <Linked key="ends" papers={ends} />]);
  return rows;
}

function PaperPage({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  return (
    <DetailPage
      title={paper.title}
      status={<StatusTag status={paper.standing} label={paper.standing_label} />}
      back="/documents"
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
