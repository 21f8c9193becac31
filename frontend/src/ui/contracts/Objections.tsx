import { useTranslation } from "react-i18next";
import type { AcceptancePeriod } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { Prose } from "@/ui/text";
import { ClauseHead } from "./ClauseCard";
import { Objection } from "./Objection";

/** What is in dispute: each objection with its answer, then what township and county said to it. */
export function Objections({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const disputed = period.clauses.filter(({ objection }) => objection);
  if (disputed.length === 0) return null;
  return (
    <Panel title={t("assess.disputes")}>
      {disputed.map(
        ({ clause, objection }) =>
          objection && (
            <div key={clause.number}>
              <h3>
                <ClauseHead clause={clause} />
              </h3>
              <Objection objection={objection} />
            </div>
          ),
      )}
      {period.proposal && (
        <>
          <h3>{t("assess.proposal")}</h3>
          <Prose text={period.proposal} />
        </>
      )}
      {period.county_opinion && (
        <>
          <h3>{t("assess.countyOpinion")}</h3>
          <Prose text={period.county_opinion} />
        </>
      )}
    </Panel>
  );
}
