import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Edition } from "@/api/types";
import { fileOf } from "./queries";

/** The sealed paper, and the edition as a paper and as a table. */
export function EditionFiles({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { id, paper, status } = edition;
  const link = (name: string, label: string) => (
    <li>
      <a href={fileOf(id, name)} download={name.startsWith("entries") || undefined}>
        {label}
      </a>
    </li>
  );
  return (
    <ul className="files">
      {paper && (
        <li>
          <Link to={`/documents/${paper.id}`}>{paper.number}</Link>
        </li>
      )}
      {link("paper.pdf", t(status === "published" ? "lists.paper" : "lists.paperPreview"))}
      {link("entries.xlsx", t("lists.xlsx"))}
      {link("entries.csv", t("lists.csv"))}
    </ul>
  );
}
