import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ListDifference } from "@/api/types";

interface Props {
  parts: ListDifference["removed"];
  /** They no longer hold. */
  gone?: boolean;
}

/** Entries that came or went, each with the reason. */
export function Parts({ parts, gone = false }: Props) {
  const { t } = useTranslation();
  const Title = gone ? "del" : "span";
  return (
    <ul className="parts">
      {parts.map((part) => (
        <li key={part.code}>
          <Link to={`/lists/${part.id}`}>
            {part.code} <Title>{part.title}</Title>
          </Link>
          {part.lead_department && <span className="muted"> {part.lead_department}</span>}
          {part.reason && (
            <div className="prose">
              {t("common.pair", { label: t("lists.reason"), value: part.reason })}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
