import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SignedClause } from "@/api/types";
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

/** A signed clause: its words, and in one line how it is judged. */
export function ClauseCard({ clause, children }: { clause: SignedClause; children?: ReactNode }) {
  const { t } = useTranslation();
  const judged = [
    clause.measure_label,
    targetText(t, clause),
    `${t("clause.weight")} ${figure(clause.weight)}`,
    `${t("clause.measured_by")}：${clause.measured_by_label}`,
    clause.evidence_label,
  ];
  return (
    <article className="clause" data-testid={`clause-${clause.number}`}>
      <h3>
        <ClauseHead clause={clause} /> <span className="tag">{clause.kind_label}</span>
      </h3>
      <Prose text={clause.text} />
      {clause.assessable && <p className="muted">{judged.join(" · ")}</p>}
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
