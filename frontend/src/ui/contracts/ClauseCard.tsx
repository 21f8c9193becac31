import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SignedClause } from "@/api/types";
import { Facts } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { targetText } from "@/ui/measures";
import { Prose } from "@/ui/text";

/** Number and heading of a clause, with what matters at first sight. */
export function ClauseHead({
  clause,
}: {
  clause: Pick<SignedClause, "number" | "heading" | "must_pass">;
}) {
  const { t } = useTranslation();
  return (
    <>
      {t("clause.head", { number: clause.number, heading: clause.heading })}{" "}
      {clause.must_pass && <span className="tag tag-bad">{t("clause.mustPass")}</span>}
    </>
  );
}

/** A signed clause: its words, and how it is judged. */
export function ClauseCard({ clause, children }: { clause: SignedClause; children?: ReactNode }) {
  const { t } = useTranslation();
  const rows: [string, ReactNode][] = [
    [t("clause.kind"), clause.kind_label],
    [t("clause.text"), <Prose key="text" text={clause.text} />],
  ];
  if (clause.assessable) {
    rows.push(
      [t("clause.measure"), clause.measure_label],
      [t("clause.target"), targetText(t, clause)],
      [t("clause.weight"), figure(clause.weight)],
      [t("clause.measured_by"), clause.measured_by_label],
      [t("clause.evidence"), clause.evidence_label],
    );
  }
  return (
    <article className="card" data-testid={`clause-${clause.number}`}>
      <h3>
        <ClauseHead clause={clause} />
      </h3>
      <Facts rows={rows} />
      {clause.measure === "scale" && <Levels clause={clause} />}
      {children}
    </article>
  );
}

function Levels({ clause }: { clause: SignedClause }) {
  return (
    <ul>
      {clause.levels.map(({ level, anchor }) => (
        <li key={level}>
          {level} · {anchor}
        </li>
      ))}
    </ul>
  );
}
