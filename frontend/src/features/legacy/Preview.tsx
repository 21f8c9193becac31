import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { LegacyPreview } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { SheetPreview } from "@/ui/SheetPreview";
import { day } from "@/ui/text";
import { useSaving } from "@/ui/useSaving";
import { correctedOf, takeOver } from "./queries";

/** What the table says, and by when it must be applied for. */
export function Preview({ preview, again }: { preview: LegacyPreview; again: () => void }) {
  const { t } = useTranslation();
  const { sha256, fault_count: faults, row_count: rows } = preview;
  return (
    <SheetPreview
      sheet={preview}
      good={t("legacy.good", { rows, day: day(preview.readmit_by) })}
      faulty={t("legacy.faulty", { faults, rows })}
      corrected={correctedOf(sha256)}
      again={again}
      commit={<Commit preview={preview} />}
    />
  );
}

/** What each department will find; afterwards the preview says that it has been taken over, and the page goes on. */
function Commit({ preview }: { preview: LegacyPreview }) {
  const { t } = useTranslation();
  const { send, busy, error } = useSaving({ act: () => takeOver(preview.sha256) });
  return (
    <>
      <p className="muted">
        {preview.departments
          .map(({ department, rows }) => t("legacy.ofDepartment", { department, rows }))
          .join(t("legacy.comma"))}
      </p>
      <Fault error={error} />
      <Button type="primary" loading={busy} data-testid="commit" onClick={() => send()}>
        {t("legacy.commit", { rows: preview.row_count })}
      </Button>
    </>
  );
}
