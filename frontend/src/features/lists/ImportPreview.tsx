import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { TablePreview } from "@/api/types";
import { SheetFaults } from "@/ui/SheetFaults";
import { SheetTable } from "@/ui/SheetTable";
import { ImportCommit } from "./ImportCommit";
import { correctedOf } from "./importing";
import { PlannedRows } from "./PlannedRows";

interface Props {
  preview: TablePreview;
  /** Back to choosing a file. */
  again: () => void;
}

/** Step two: what would become of the draft; taken over only while nothing is wrong with the table. */
export function ImportPreview({ preview, again }: Props) {
  const { t } = useTranslation();
  const { edition_id, sha256, fault_count, guess_count, row_count } = preview;
  const good = fault_count === 0;
  return (
    <>
      <section className="panel">
        <Alert
          role="status"
          type={good ? "success" : "error"}
          showIcon
          title={
            good
              ? t("importing.good", {
                  rows: row_count,
                  fresh: preview.new_count,
                  changed: preview.changed_count,
                  restored: preview.restored_count,
                  same: preview.unchanged_count,
                })
              : t("importing.faulty", { faults: fault_count, rows: row_count })
          }
        />
        {guess_count > 0 && (
          <Alert type="warning" showIcon title={t("importing.guesses", { count: guess_count })} />
        )}
        {good && <ImportCommit preview={preview} />}
        <p className="acts">
          {(!good || guess_count > 0) && (
            <Button href={correctedOf(edition_id, sha256)} download>
              {t("sheet.corrected")}
            </Button>
          )}
          <Button onClick={again}>{t("sheet.otherFile")}</Button>
        </p>
      </section>
      <SheetFaults sheet={preview} />
      {good && <PlannedRows rows={preview.planned} />}
      <SheetTable sheet={preview} />
    </>
  );
}
