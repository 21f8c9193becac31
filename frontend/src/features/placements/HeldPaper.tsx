import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Placement } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";
import { paperOne } from "./queries";

/** The paper by which the matter is here now, whether it holds, and what has taken its place. */
export function HeldPaper({ placement }: { placement: Placement }) {
  const { t } = useTranslation();
  const paper = useQuery(paperOne(placement.document_id)).data;
  return (
    <span className="tags">
      <Link to={`/documents/${placement.document_id}`}>{placement.document_number}</Link>{" "}
      {paper && <StatusTag status={paper.standing} label={paper.standing_label} />}{" "}
      {paper?.ended_by && (
        <Link to={`/documents/${paper.ended_by.id}`}>
          {t("placing.endedBy", { number: paper.ended_by.number })}
        </Link>
      )}
    </span>
  );
}
