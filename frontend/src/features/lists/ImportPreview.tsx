import { useTranslation } from "react-i18next";
import type { TablePreview } from "@/api/types";
import { SheetPreview } from "@/ui/SheetPreview";
import { ImportCommit } from "./ImportCommit";
import { correctedOf } from "./importing";
import { PlannedRows } from "./PlannedRows";

/** What would become of the draft, entry by entry. */
export function ImportPreview({ preview, again }: { preview: TablePreview; again: () => void }) {
  const { t } = useTranslation();
  const { fault_count: faults, row_count: rows } = preview;
  return (
    <SheetPreview
      sheet={preview}
      good={t("importing.good", {
        rows,
        fresh: preview.new_count,
        changed: preview.changed_count,
        restored: preview.restored_count,
        same: preview.unchanged_count,
      })}
      faulty={t("importing.faulty", { faults, rows })}
      corrected={correctedOf(preview.edition_id, preview.sha256)}
      again={again}
      commit={<ImportCommit preview={preview} />}
      planned={<PlannedRows rows={preview.planned} />}
    />
  );
}
