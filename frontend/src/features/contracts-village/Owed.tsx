import { useTranslation } from "react-i18next";
import type { SignedClause, Terms } from "@/api/types";
import { ClauseHead } from "@/ui/contracts/ClauseCard";
import { Panel } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { targetText } from "@/ui/measures";
import { useClauses } from "./clauses";

/** What the contract is about in plain words: what we do, what the department does, and the rest. */
export function Owed({ terms }: { terms: Terms }) {
  const { t } = useTranslation();
  const clauses = useClauses(terms);
  const assessed = clauses.filter(({ assessable }) => assessable);
  const ours = assessed.filter(({ side }) => side === "provider");
  const theirs = assessed.filter(({ side }) => side === "purchaser");
  const others = clauses.filter(({ assessable }) => !assessable);
  return (
    <>
      <Panel title={t("contracting.owe")}>
        <p className="muted">{t("contracting.oweHint")}</p>
        <Clauses clauses={ours} />
      </Panel>
      <Panel title={t("contracting.duties")}>
        <p className="muted">
          {t(theirs.length > 0 ? "contracting.dutiesHint" : "contracting.noDuties")}
        </p>
        <Clauses clauses={theirs} />
      </Panel>
      {others.length > 0 && (
        <details className="panel">
          <summary>{t("contracting.other")}</summary>
          <Clauses clauses={others} />
        </details>
      )}
    </>
  );
}

function Clauses({ clauses }: { clauses: SignedClause[] }) {
  return (
    <ul className="cards">
      {clauses.map((clause) => (
        <li key={clause.number} data-testid={`clause-${clause.number}`}>
          <span className="first">
            <ClauseHead clause={clause} />
          </span>
          <p className="prose">{clause.text}</p>
          {clause.assessable && <Judging clause={clause} />}
        </li>
      ))}
    </ul>
  );
}

/** To what degree, for how many points, and whether anything must be shown for it. */
function Judging({ clause }: { clause: SignedClause }) {
  const { t } = useTranslation();
  const { evidence, levels, measure } = clause;
  return (
    <>
      <p>
        <strong>{targetText(t, clause)}</strong>{" "}
        <span className="tag tag-still">
          {t("contracting.weight", { weight: figure(clause.weight) })}
        </span>{" "}
        {clause.side === "provider" && (
          <span className={`tag tag-${evidence === "none" ? "good" : "warning"}`}>
            {t(`contracting.evidence.${evidence as "none"}`)}
          </span>
        )}
      </p>
      {measure === "scale" && (
        <ul className="plainlist">
          {levels.map(({ level, anchor }) => (
            <li key={level}>
              {level} · {anchor}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
