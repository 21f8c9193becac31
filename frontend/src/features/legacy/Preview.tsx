import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { LegacyPreview } from "@/api/types";
import { SheetFaults } from "@/ui/SheetFaults";
import { SheetTable } from "@/ui/SheetTable";
import { day } from "@/ui/text";
import { useOnce } from "@/ui/useOnce";
import { useProblemText } from "@/ui/useProblemText";
import { correctedOf, takeOver } from "./queries";

interface Props {
  preview: LegacyPreview;
  /** Back to choosing a file. */
  again: () => void;
}

/** Step two: what the table says; taken over only while nothing is wrong with it. */
export function Preview({ preview, again }: Props) {
  const { t } = useTranslation();
  const text = useProblemText();
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: () => takeOver(preview.sha256),
    // The preview now says that it has been taken over, and so the page goes on.
    onSuccess: () => queries.invalidateQueries(),
  });
  const takeOnce = useOnce<void>(() => taking.mutateAsync());
  const good = preview.fault_count === 0;
  return (
    <>
      <section className="panel" role="status">
        <Alert
          type={good ? "success" : "error"}
          showIcon
          title={
            good
              ? t("legacy.good", { rows: preview.row_count, day: day(preview.readmit_by) })
              : t("legacy.faulty", { faults: preview.fault_count, rows: preview.row_count })
          }
        />
        {taking.isError && <Alert type="error" showIcon title={text(taking.error)} role="alert" />}
        {good && <ByDepartment preview={preview} />}
        <p className="acts">
          {good ? (
            <Button
              type="primary"
              loading={taking.isPending}
              data-testid="commit"
              onClick={() => takeOnce()}
            >
              {t("legacy.commit", { rows: preview.row_count })}
            </Button>
          ) : (
            <Button type="primary" href={correctedOf(preview.sha256)} download>
              {t("sheet.corrected")}
            </Button>
          )}
          <Button onClick={again}>{t("sheet.otherFile")}</Button>
        </p>
      </section>
      <SheetFaults sheet={preview} />
      <SheetTable sheet={preview} />
    </>
  );
}

function ByDepartment({ preview }: { preview: LegacyPreview }) {
  const { t } = useTranslation();
  return (
    <p className="muted">
      {preview.departments
        .map(({ department, rows }) => t("legacy.ofDepartment", { department, rows }))
        .join(t("legacy.comma"))}
    </p>
  );
}
