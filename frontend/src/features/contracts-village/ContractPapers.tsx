import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Contract } from "@/api/types";
import { DateText } from "@/ui/text";

/** The contract, its supplements and certificates, as both sides have sealed them; one that is being made says so. */
export function ContractPapers({ papers }: { papers: Contract["papers"] }) {
  const { t } = useTranslation();
  if (papers.length === 0) return <p className="muted">{t("detail.noPapers")}</p>;
  return (
    <ul className="cards">
      {papers.map(({ id, document_id, number, kind_label, status_label, dated_on }) => (
        <li key={id}>
          <span className="first">
            {document_id ? <Link to={`/documents/${document_id}`}>{number}</Link> : status_label}
          </span>
          <div className="muted">
            {kind_label} <DateText value={dated_on} />
          </div>
        </li>
      ))}
    </ul>
  );
}
