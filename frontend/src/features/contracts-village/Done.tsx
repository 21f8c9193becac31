import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { periodOne, periodsOf } from "@/api/contracts";
import type { AcceptancePeriodRow, Judged } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { targetText } from "@/ui/measures";
import { CellRows, PlainTable } from "@/ui/PlainTable";
import { recordable } from "./clauses";

const OVER = ["accepted", "partly", "not_accepted", "cancelled"];

/** The period that runs: the first that is not concluded. */
const running = (periods: AcceptancePeriodRow[]) =>
  periods.find(({ status }) => !OVER.includes(status)) ?? periods.at(-1);

/** How much of each clause is done in the period that runs, as the department has confirmed it, against the target. */
export function Done({ contract }: { contract: number }) {
  const { t } = useTranslation();
  const period = running(useQuery(periodsOf(contract)).data ?? []);
  if (!period) return null;
  return (
    <Panel title={t("contracting.records.done")}>
      <p className="muted">{t("contracting.records.doneHint", { title: period.title })}</p>
      <Loaded query={periodOne(period.id)}>{({ clauses }) => <Sums judged={clauses} />}</Loaded>
    </Panel>
  );
}

function Sums({ judged }: { judged: Judged[] }) {
  const { t } = useTranslation();
  const own = recordable(judged.map(({ clause }) => clause)).map(({ number }) => number);
  const rows = judged
    .filter(({ clause }) => own.includes(clause.number))
    .map(({ clause, delivered, records }) => ({
      key: String(clause.number),
      label: t("clause.head", { number: clause.number, heading: clause.heading }),
      cells: [
        targetText(t, clause),
        delivered === null ? "—" : `${figure(delivered)} ${clause.unit}`,
        records,
      ],
    }));
  return (
    <PlainTable
      label={t("contracting.records.done")}
      head={[
        t("contracting.records.clause"),
        t("contracting.records.target"),
        t("contracting.records.delivered"),
        t("contracting.records.records"),
      ]}
    >
      <CellRows rows={rows} />
    </PlainTable>
  );
}
