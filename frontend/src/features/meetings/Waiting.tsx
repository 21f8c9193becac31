import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WaitingApplication } from "@/api/types";
import { DueDate } from "@/ui/DueDate";

interface Props {
  rows: WaitingApplication[];
  add: (id: number) => void;
  addAll: () => void;
}

/** Applications that wait for the body, each with what the office recommends. */
export function Waiting({ rows, add, addAll }: Props) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="muted">{t("meetings.noneWaiting")}</p>;
  return (
    <>
      <Button size="small" onClick={addAll}>
        {t("meetings.addAll")}
      </Button>
      <ul className="cards" style={{ marginTop: 10 }}>
        {rows.map((one) => (
          <li key={one.id}>
            <Link className="first" to={`/applications/${one.id}`}>
              {one.title}
            </Link>
            <About one={one} />
            <Button
              size="small"
              type="primary"
              ghost
              aria-label={t("meetings.addNamed", { title: one.title })}
              onClick={() => add(one.id)}
            >
              {t("meetings.add")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

export function About({ one }: { one: WaitingApplication }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="muted">
        {[one.department, one.kind_label, one.category_label, one.object_type_label]
          .filter(Boolean)
          .join(" · ")}{" "}
        <span className="tag tag-still">
          {t(one.deciding ? "meetings.deciding" : "meetings.advising")}
        </span>
      </div>
      {one.due_on && <DueDate value={one.due_on} />}
      <p className="prose recommends">
        <strong>{t("meetings.recommendation")}</strong> {one.recommendation || t("common.none")}
      </p>
    </>
  );
}
