import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { contractProgress } from "@/api/contracts";
import type { Contract, ContractProgress } from "@/api/types";
import { type Bar, Chart } from "@/ui/Chart";
import { Loaded } from "@/ui/DetailPage";

const BLUE = "#1b4b8f";
const GREEN = "#3f8f52";
const AMBER = "#b36b00";
const RED = "#b3261e";

/** Clauses met over time within this one contract; payments that fell due and that were made. */
export function ProgressTab({ contract }: { contract: Contract }) {
  return (
    <Loaded query={contractProgress(contract.id)}>
      {(progress) => <Pictures id={contract.id} progress={progress} />}
    </Loaded>
  );
}

function Pictures({ id, progress }: { id: number; progress: ContractProgress }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const clauses = useMemo(
    () => ({
      series: [
        { name: t("contracts.progress.met"), color: GREEN },
        { name: t("contracts.progress.partly"), color: AMBER },
        { name: t("contracts.progress.notMet"), color: RED },
      ],
      bars: progress.periods.map(
        (period): Bar => ({
          key: String(period.no),
          label: period.title,
          values: [period.met, period.partly, period.not_met],
          href: `/contracts/${id}?tab=periods`,
        }),
      ),
    }),
    [t, id, progress],
  );
  const payments = useMemo(
    () => ({
      series: [
        { name: t("contracts.progress.due"), color: BLUE },
        { name: t("contracts.progress.paid"), color: GREEN },
      ],
      bars: progress.payments.map(
        ({ month, due, paid }): Bar => ({
          key: month,
          label: month,
          values: [Number(due), Number(paid)],
          href: `/contracts/${id}?tab=payments`,
        }),
      ),
    }),
    [t, id, progress],
  );
  return (
    <div className="charts">
      <One title={t("contracts.progress.clauses")} {...clauses} onSelect={navigate} />
      <One title={t("contracts.progress.payments")} {...payments} onSelect={navigate} />
    </div>
  );
}

function One(chart: Parameters<typeof Chart>[0]) {
  const { t } = useTranslation();
  return (
    <section aria-label={chart.title}>
      <h3>{chart.title}</h3>
      {chart.bars.length === 0 ? (
        <p className="muted">{t("common.emptyYet")}</p>
      ) : (
        <Chart {...chart} />
      )}
    </section>
  );
}
