import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { BatchRow } from "@/api/types";

type Shown = Pick<BatchRow, "status" | "made" | "failed" | "total" | "title">;

const LOOKS = { done: "success", failed: "exception", cancelled: "normal" } as const;

/** How far a batch has come; it moves while the page asks again. */
export function BatchProgress({ batch }: { batch: Shown }) {
  const { t } = useTranslation();
  const percent = Math.floor((100 * batch.made) / Math.max(1, batch.total));
  const look = batch.status in LOOKS ? LOOKS[batch.status as keyof typeof LOOKS] : "active";
  return (
    <div className="progress">
      <Progress percent={percent} status={look} size="small" aria-label={batch.title} />
      <span className="muted">{t("batches.of", { made: batch.made, total: batch.total })}</span>
      {batch.failed > 0 && (
        <span className="muted"> {t("batches.failed", { count: batch.failed })}</span>
      )}
    </div>
  );
}
