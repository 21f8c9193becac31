import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
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
          <a key="verify" href={`/v/${paper.code}`} target="_blank" rel="noreferrer">
            /v/{paper.code}
          </a>,
        ],
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
