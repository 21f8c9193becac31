import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { PaperDetail } from "@/api/types";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { PdfView } from "@/ui/PdfView";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { documentHistory, documentOne } from "./queries";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={documentOne(id)}>{(paper) => <PaperPage paper={paper} />}</Loaded>;
}

type Row = [label: string, value: ReactNode];

const withdrawnRow = (paper: PaperDetail, label: string): Row => [
  label,
  <span key="withdrawn">
    <DateText value={paper.withdrawn_on} />{" "}
    {paper.withdrawn_by_id && (
      <Link to={`/documents/${paper.withdrawn_by_id}`}>{paper.withdrawn_by_number}</Link>
    )}
  </span>,
];

function PaperPage({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  return (
    <DetailPage
      title={paper.title}
      status={<StatusTag status={paper.status} label={paper.status_label} />}
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
        ...(paper.withdrawn_on ? [withdrawnRow(paper, t("documents.withdrawn"))] : []),
        [t("documents.sha256"), <code key="sha">{paper.sha256}</code>],
        [t("documents.size"), `${Math.ceil(paper.size / 1024)} kB`],
      ]}
      history={documentHistory(paper.id)}
    >
      <Panel title={t("documents.inView")}>
        <PdfView href={`/api/documents/${paper.id}/file`} title={paper.number} />
      </Panel>
    </DetailPage>
  );
}
