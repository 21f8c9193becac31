import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AgendaItem } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";

/** The items in their order; the recommendation stands apart from what was decided. */
export function Items({ items, held }: { items: AgendaItem[]; held: boolean }) {
  const { t } = useTranslation();
  if (items.length === 0) return <p className="muted">{t("meetings.emptyAgenda")}</p>;
  return (
    <ol className="cards order">
      {items.map((item) => (
        <li key={item.id}>
          <Link className="first" to={`/applications/${item.application_id}`}>
            {item.position}. {item.title}
          </Link>
          <div className="muted">
            {[item.department, item.kind_label, item.category_label].join(" · ")}{" "}
            <span className="tag tag-still">
              {t(item.deciding ? "meetings.deciding" : "meetings.advising")}
            </span>
          </div>
          <p className="prose recommends">
            <strong>{t("meetings.recommendation")}</strong>{" "}
            {item.recommendation || t("common.none")}
          </p>
          {held && <Result item={item} />}
        </li>
      ))}
    </ol>
  );
}

function Result({ item }: { item: AgendaItem }) {
  const { t } = useTranslation();
  return (
    <div className="result">
      <strong>{t("meetings.result")}</strong>{" "}
      <StatusTag
        status={item.outcome || "told"}
        label={item.outcome_label || t("meetings.outcome.endorse")}
      />
      {item.reasons && <p className="prose">{item.reasons}</p>}
      {item.conditions.length > 0 && (
        <ol className="plainlist">
          {item.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
