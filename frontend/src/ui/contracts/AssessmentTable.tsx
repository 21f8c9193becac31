import { Button, Modal } from "antd";
import type { TFunction } from "i18next";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AcceptancePeriod, Assessment, Judged } from "@/api/types";
import { figure } from "@/ui/decimals";
import { ListRows } from "@/ui/ListRows";
import type { Column } from "@/ui/list-types";
import { measuredText, targetText } from "@/ui/measures";
import { StatusTag } from "@/ui/StatusTag";
import { Prose } from "@/ui/text";
import { ClauseHead } from "./ClauseCard";
import { ClauseDrill } from "./ClauseDrill";

interface Props {
  period: AcceptancePeriod;
  /** Whose duties: `provider` is judged by the purchaser, `purchaser` is rated by the village. */
  side: string;
}

const lineOf = (assessment: Assessment | null, number: number) =>
  assessment?.lines.find((line) => line.number === number);

/** Clause by clause what was found. Every figure opens into its clause, its measure, its evidence and its history. */
export function AssessmentTable({ period, side }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Judged | null>(null);
  const assessment = side === "provider" ? period.assessment : period.purchaser_assessment;
  const rows = period.clauses.filter(({ clause }) => clause.side === side && clause.assessable);
  const drill = (row: Judged, text: string) => (
    <Button
      type="link"
      size="small"
      aria-label={t("assess.open", { number: row.clause.number, value: text })}
      onClick={() => setOpened(row)}
    >
      {text}
    </Button>
  );
  return (
    <>
      <ListRows
        columns={useColumns(assessment, drill)}
        rows={rows}
        rowKey={(row) => row.clause.number}
        onOrder={() => {}}
        filtered={false}
      />
      {opened && (
        <Modal
          open
          width={860}
          footer={null}
          title={<ClauseHead clause={opened.clause} />}
          onCancel={() => setOpened(null)}
        >
          <ClauseDrill
            period={period}
            judged={opened}
            line={lineOf(assessment, opened.clause.number)}
          />
        </Modal>
      )}
    </>
  );
}

type Drill = (row: Judged, text: string) => ReactNode;

function useColumns(assessment: Assessment | null, drill: Drill): Column<Judged>[] {
  const { t } = useTranslation();
  return [
    {
      key: "clause",
      title: t("assess.clause"),
      render: ({ clause }) => <ClauseHead clause={clause} />,
      width: 200,
    },
    { key: "target", title: t("clause.target"), render: ({ clause }) => targetText(t, clause) },
    {
      key: "found",
      title: t("assess.found"),
      render: (row) => drill(row, foundText(t, row)),
    },
    {
      key: "result",
      title: t("assess.result"),
      render: ({ clause }) => {
        const line = lineOf(assessment, clause.number);
        return line ? (
          <StatusTag status={line.state} label={line.state_label} />
        ) : (
          t("assess.notYet")
        );
      },
      width: 110,
    },
    {
      key: "points",
      title: t("assess.points"),
      render: (row) => {
        const line = lineOf(assessment, row.clause.number);
        if (!line || line.result === null) return <span className="muted">—</span>;
        return drill(row, `${figure(line.points)} / ${figure(line.share)}`);
      },
      width: 130,
    },
    {
      key: "reason",
      title: t("assess.reason"),
      render: ({ verdict, objection }) => (
        <>
          {verdict?.reason ? <Prose text={verdict.reason} /> : "—"}
          {objection && <p className="tag tag-warning">{t("assess.objected")}</p>}
        </>
      ),
    },
  ];
}

function foundText(t: TFunction, { clause, verdict }: Judged): string {
  if (!verdict) return t("assess.notYet");
  return verdict.not_applicable ? verdict.not_applicable_label : measuredText(t, clause, verdict);
}
