import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PaperRef } from "@/api/types";
import { StatusTag } from "./StatusTag";

export function Papers({ papers }: { papers: PaperRef[] }) {
  const { t } = useTranslation();
  if (papers.length === 0) return <p className="muted">{t("detail.noPapers")}</p>;
  return (
    <ul className="cards">
      {papers.map((paper) => (
        <li key={paper.id}>
          <Link className="first" to={`/documents/${paper.id}`}>
            {paper.number}
          </Link>
          {paper.title}
          <div className="muted">
            {paper.kind_label} <StatusTag status={paper.status} label={paper.status_label} />
          </div>
        </li>
      ))}
    </ul>
  );
}
