import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LegacyImport } from "@/api/types";
import { day, moment } from "@/ui/text";

/** What has come of the table; the same table is taken over only once. */
export function Result({ made, again }: { made: LegacyImport; again: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="panel" role="status" data-testid="imported">
      <h2>{t("legacy.imported", { rows: made.rows })}</h2>
      <p>{t("legacy.importedTerm", { day: day(made.readmit_by) })}</p>
      <p className="muted">
        {t("legacy.importedBy", { name: made.imported_by, time: moment(made.imported_at) })}
      </p>
      <p className="acts">
        <Link to="/legacy">{t("legacy.toList")}</Link>
        <Button onClick={again}>{t("sheet.otherFile")}</Button>
      </p>
    </section>
  );
}
