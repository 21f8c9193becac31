import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Commitment } from "@/api/types";
import { CellRows, PlainTable } from "@/ui/PlainTable";
import { day, MoneyText } from "@/ui/text";
import { asTable } from "./promises";

/** What the department has promised, village by village, and by when. */
export function Commitments({ commitments }: { commitments: Commitment[] }) {
  const { t } = useTranslation();
  if (commitments.length === 0) return <p className="muted">{t("matters.noCommitments")}</p>;
  const { columns, rows } = asTable(commitments);
  return (
    <PlainTable
      label={t("matters.commitments")}
      look="tall"
      head={[
        t("matters.village"),
        ...columns.map(({ key, label, promise, due_on }) => (
          <Fragment key={key}>
            {label}
            <div className="wrap">{promise}</div>
            <small>{t("matters.dueBy", { date: day(due_on) })}</small>
          </Fragment>
        )),
      ]}
    >
      <CellRows
        rows={rows.map(({ place, cells }) => ({
          key: place,
          label: place,
          cells: columns.map(({ key }) => <Promised key={key} commitment={cells.get(key)} />),
        }))}
      />
    </PlainTable>
  );
}

function Promised({ commitment }: { commitment?: Commitment }) {
  const { t } = useTranslation();
  if (!commitment) return <span className="muted">—</span>;
  return (
    <>
      {commitment.amount ? <MoneyText value={commitment.amount} /> : t("matters.promised")}
      {commitment.ended_on && (
        <div className="muted">{t("matters.ended", { date: day(commitment.ended_on) })}</div>
      )}
    </>
  );
}
