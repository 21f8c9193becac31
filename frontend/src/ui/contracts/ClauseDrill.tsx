import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { periodHistory } from "@/api/contracts";
import type { AcceptancePeriod, Assessment, Judged } from "@/api/types";
import { Facts, Loaded } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { HistoryTimeline } from "@/ui/HistoryTimeline";
import { measuredText } from "@/ui/measures";
import { ClauseCard } from "./ClauseCard";
import { Objection } from "./Objection";

interface Props {
  period: AcceptancePeriod;
  judged: Judged;
  line?: Assessment["lines"][number];
}

/** Behind one figure: the clause as it was signed, what was measured, the evidence, what was said, what happened. */
export function ClauseDrill({ period, judged, line }: Props) {
  const { t } = useTranslation();
  const { clause, verdict, objection, records, files, delivered } = judged;
  const rows: [string, ReactNode][] = [
    [
      t("assess.found"),
      verdict?.not_applicable_label || measuredText(t, clause, verdict) || t("assess.notYet"),
    ],
    [t("assess.reason"), verdict?.reason || t("common.none")],
  ];
  if (line?.result !== null && line !== undefined) {
    rows.push([
      t("assess.reckoned"),
      t("assess.reckoning", {
        result: line.result,
        share: figure(line.share),
        points: figure(line.points),
      }),
    ]);
  }
  rows.push([
    t("assess.evidence"),
    <Link key="records" to={`/contracts/${period.contract_id}?tab=records&clause=${clause.number}`}>
      {t("assess.records", { records, files })}
      {delivered !== null && t("assess.delivered", { sum: figure(delivered), unit: clause.unit })}
    </Link>,
  ]);
  return (
    <>
      <ClauseCard clause={clause} />
      <h3>{t("assess.measured")}</h3>
      <Facts rows={rows} />
      {objection && <Objection objection={objection} />}
      <h3>{t("detail.history")}</h3>
      <Loaded query={periodHistory(period.id)}>
        {(entries) => <HistoryTimeline entries={entries} />}
      </Loaded>
    </>
  );
}
