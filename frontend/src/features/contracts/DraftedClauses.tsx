import { useTranslation } from "react-i18next";
import { labelOf, useLabels } from "@/api/labels";
import type { ClauseDraft } from "@/api/types";
import { figure } from "@/ui/decimals";
import { Prose } from "@/ui/text";

/** Clauses that are not signed yet, to be read. */
export function DraftedClauses({ clauses }: { clauses: ClauseDraft[] }) {
  const { t } = useTranslation();
  const kinds = useLabels("clause");
  const measures = useLabels("measure");
  if (clauses.length === 0) return <p className="muted">{t("common.emptyYet")}</p>;
  return clauses.map((clause) => (
    <article key={clause.number} className="card">
      <h3>
        {t("clause.head", { number: clause.number, heading: clause.heading ?? "" })}{" "}
        {clause.must_pass && <span className="tag tag-bad">{t("clause.mustPass")}</span>}
      </h3>
      <p className="muted">
        {labelOf(kinds, clause.kind ?? "")}
        {clause.assessable &&
          ` · ${labelOf(measures, clause.measure ?? "")} · ${t("terms.clause.weighs", { weight: figure(clause.weight) })}`}
      </p>
      <Prose text={clause.text} />
    </article>
  ));
}
