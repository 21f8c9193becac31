import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Edition } from "@/api/types";
import { fileOf } from "./queries";
import { Term } from "./Term";
import { useEditionName } from "./useEditionName";

/** By which edition it is so, and the paper that proves it. */
export function EditionLine({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const name = useEditionName();
  return (
    <p className="goto">
      <Link to={`/lists/editions/${edition.id}`}>{name(edition)}</Link>
      <Term edition={edition} />
      {edition.document_number && <span className="muted">{edition.document_number}</span>}
      <a href={fileOf(edition.id, "paper.pdf")} target="_blank" rel="noreferrer">
        {t("lists.paper")}
      </a>
    </p>
  );
}
