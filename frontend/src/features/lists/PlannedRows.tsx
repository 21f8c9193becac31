import { useTranslation } from "react-i18next";
import type { TablePreview } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";

/** What becomes of the rows that change something, each field before and after. */
export function PlannedRows({ rows }: { rows: TablePreview["planned"] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const words = {
    new: t("lists.added"),
    changed: t("lists.changed"),
    restored: t("lists.restore"),
    unchanged: t("importing.same"),
  };
  const tones = { new: "added", changed: "changed", restored: "added", unchanged: "draft" };
  return (
    <Panel title={t("importing.planned")}>
      <ul className="comments" data-testid="planned">
        {rows.map((row) => (
          <li key={`${row.sheet} ${row.number}`}>
            {t("sheet.row", { n: row.number })}{" "}
            <StatusTag status={tones[row.state]} label={words[row.state]} /> {row.code} {row.title}
            {row.fields.map(({ field, label, old, new: now }) => (
              <div key={field} className="muted">
                {t("importing.field", {
                  label,
                  old: old || t("detail.blank"),
                  now: now || t("detail.blank"),
                })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
