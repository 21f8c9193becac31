import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { periodRecomputed } from "@/api/contracts";
import type { AcceptancePeriod } from "@/api/types";
import { figure } from "@/ui/decimals";
import { Fault } from "@/ui/Fault";

/** The score of this one period, its band and the formula it was reckoned by; it stands on no list. */
export function PeriodScore({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const { assessment, score } = period;
  const shown = score ?? assessment?.score ?? null;
  if (shown === null) return <p className="muted">{t("assess.noScore")}</p>;
  return (
    <div data-testid="score">
      <p>
        {t(score === null ? "assess.scoreSoFar" : "assess.score", { score: figure(shown) })}{" "}
        {assessment?.band_label && <span className="tag tag-still">{assessment.band_label}</span>}
      </p>
      {assessment && assessment.failed.length > 0 && (
        <p className="savebad">
          {t("assess.failed", { numbers: assessment.failed.join(t("common.comma")) })}
        </p>
      )}
      <p className="muted">{t("assess.onlyClauses")}</p>
      {score !== null && <Recomputed id={period.id} formula={period.formula ?? 1} />}
    </div>
  );
}

/** The score reckoned anew from the verdicts as they were signed. */
function Recomputed({ id, formula }: { id: number; formula: number }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching } = useQuery({ ...periodRecomputed(id), enabled: asked });
  return (
    <p>
      {t("assess.formula", { formula })}{" "}
      <Button size="small" loading={isFetching} onClick={() => setAsked(true)}>
        {t("assess.recompute")}
      </Button>{" "}
      <span role="status">
        {data && t(data.same ? "assess.same" : "assess.differs", { computed: data.computed })}
      </span>
      <Fault error={error} />
    </p>
  );
}
