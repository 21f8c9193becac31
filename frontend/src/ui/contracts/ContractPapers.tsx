import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Contract } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";

/** The papers of a contract; one that is not issued yet is told, too. */
export function ContractPapers({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const { papers } = contract;
  if (papers.length === 0) return <p className="muted">{t("detail.noPapers")}</p>;
  return (
    <ul className="cards">
      {papers.map((paper) => (
        <li key={paper.id}>
          <span className="first">
            {paper.document_id ? (
              <Link to={`/documents/${paper.document_id}`}>{paper.number || paper.kind_label}</Link>
            ) : (
              paper.kind_label
            )}
          </span>
          {paper.document_id && paper.number && `${paper.kind_label} `}
          <DateText value={paper.dated_on} />{" "}
          <StatusTag status={paper.status} label={paper.status_label} />
        </li>
      ))}
    </ul>
  );
}
