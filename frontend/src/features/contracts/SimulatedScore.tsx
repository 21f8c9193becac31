import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { Assessment, ClauseDraft, Simulation } from "@/api/types";
import { figure } from "@/ui/decimals";
import { PlainTable } from "@/ui/PlainTable";

interface Props {
  found: Simulation;
  clauses: ClauseDraft[];
}

/** The score that was reckoned for each side, with its breakdown. */
export function SimulatedScore({ found, clauses }: Props) {
  const sides = useLabels("side");
  return (
    <div role="status" data-testid="simulated">
      {(["provider", "purchaser"] as const).map((side) => {
        const assessment = found[side];
        const label = sides.find(({ value }) => value === side)?.label ?? side;
        return (
          assessment && (
            <Breakdown key={side} label={label} assessment={assessment} clauses={clauses} />
          )
        );
      })}
    </div>
  );
}

interface BreakdownProps {
  label: string;
  assessment: Assessment;
  clauses: ClauseDraft[];
}

function Breakdown({ label, assessment, clauses }: BreakdownProps) {
  const { t } = useTranslation();
  const headingOf = (number: number) =>
    clauses.find((clause) => clause.number === number)?.heading ?? "";
  const { score, band_label, failed } = assessment;
  return (
    <section aria-label={label}>
      <h3>
        {score === null
          ? t("terms.simulate.nothing", { side: label })
          : t("terms.simulate.score", { side: label, score: figure(score) })}{" "}
        {band_label && <span className="tag tag-still">{band_label}</span>}
      </h3>
      {failed.length > 0 && (
        <p className="savebad">{t("assess.failed", { numbers: failed.join(t("common.comma")) })}</p>
      )}
      <PlainTable label={label} head={[t("assess.clause"), t("assess.result"), t("assess.points")]}>
        {assessment.lines.map((line) => (
          <tr key={line.number}>
            <th scope="row">
              {t("clause.head", { number: line.number, heading: headingOf(line.number) })}
            </th>
            <td>{line.state_label}</td>
            <td>{line.result === null ? "—" : `${figure(line.points)} / ${figure(line.share)}`}</td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
