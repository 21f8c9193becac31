import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AcceptancePeriod } from "@/api/types";
import { DateText, Prose } from "@/ui/text";
import { Yuan } from "@/ui/Yuan";

type Row = [label: string, value: ReactNode];

/** What the panel has concluded, and who has signed; nothing before that. */
export function useConclusion(period: AcceptancePeriod): Row[] {
  const { t } = useTranslation();
  if (!period.panel_signed_at) return [];
  const { panel, result_reason, remedy_due_on } = period;
  const rows: [Row, shown: boolean][] = [
    [[t("contracting.periods.result"), period.result_label], true],
    [
      [t("contracting.periods.resultReason"), <Prose key="why" text={result_reason} />],
      result_reason !== "",
    ],
    [[t("contracting.periods.accepted"), <Yuan key="sum" value={period.accepted_amount} />], true],
    [[t("contracting.periods.payable"), <Yuan key="most" value={period.payable} />], true],
    [
      [t("contracting.periods.remedy"), <DateText key="until" value={remedy_due_on} />],
      remedy_due_on !== null,
    ],
    [[t("contracting.periods.panel"), <Panel key="panel" members={panel} />], true],
    [
      [t("contracting.periods.opinion"), <Prose key="said" text={period.recipients_opinion} />],
      true,
    ],
    [
      [
        t("contracting.periods.signed"),
        <DateText key="signed" value={period.countersigned_at} time />,
      ],
      true,
    ],
  ];
  return rows.flatMap(([row, shown]) => (shown ? [row] : []));
}

function Panel({ members }: { members: AcceptancePeriod["panel"] }) {
  const { t } = useTranslation();
  return (
    <ul className="plainlist">
      {members.map(({ name, capacity, recipient }) => (
        <li key={name}>
          {name} · {capacity}{" "}
          {recipient && <span className="tag tag-still">{t("contracting.periods.recipient")}</span>}
        </li>
      ))}
    </ul>
  );
}
