import { useTranslation } from "react-i18next";
import type { Commitment } from "@/api/types";
import { day, MoneyText } from "@/ui/text";
import { asTable } from "./promises";

/** What the department has promised, village by village, and by when. */
export function Commitments({ commitments }: { commitments: Commitment[] }) {
  const { t } = useTranslation();
  if (commitments.length === 0) return <p className="muted">{t("matters.noCommitments")}</p>;
  const { columns, rows } = asTable(commitments);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll tall" aria-label={t("matters.commitments")} tabIndex={0}>
      <table className="plaintable sticky">
        <thead>
          <tr>
            <th scope="col">{t("matters.village")}</th>
            {columns.map(({ key, label, promise, due_on }) => (
              <th key={key} scope="col">
                {label}
                <div className="wrap">{promise}</div>
                <small>{t("matters.dueBy", { date: day(due_on) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, cells }) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              {columns.map(({ key }) => (
                <td key={key}>
                  <Promised commitment={cells.get(key)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
