import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "@/api/types";
import { ScopeText } from "@/ui/ScopeText";
import { MoneyText, PeriodText, Prose } from "@/ui/text";

const TEXTS = [
  "frequency",
  "department_duty",
  "township_duty",
  "village_duty",
  "necessity",
  "objective",
  "done_criteria",
] as const;

type Fact = [label: string, value: ReactNode];

/** What the application says, in the order of its form. */
export function useApplicationFacts(application: Application): Fact[] {
  const { t } = useTranslation();
  const texts = TEXTS.map(
    (field): Fact => [t(`form.fields.${field}`), <Prose key={field} text={application[field]} />],
  );
  return [
    [t("applications.department"), application.department],
    [
      t("matters.period"),
      <PeriodText key="period" from={application.starts_on} to={application.ends_on} />,
    ],
    [t("form.fields.person_days"), <Prose key="days" text={application.person_days} />],
    ...texts,
    [t("form.fields.legal_bases"), <Bases key="bases" bases={application.legal_bases} />],
    [t("form.fields.funding_amount"), <MoneyText key="money" value={application.funding_amount} />],
    [t("form.fields.budget_line"), <Prose key="line" text={application.budget_line} />],
    ...(application.no_cost_reason
      ? [[t("form.fields.no_cost_reason"), application.no_cost_reason] satisfies Fact]
      : []),
    [t("form.fields.scope"), <ScopeText key="scope" codes={application.scope} />],
  ];
}

function Bases({ bases }: { bases: Application["legal_bases"] }) {
  const { t } = useTranslation();
  if (bases.length === 0) return <span className="muted">{t("common.none")}</span>;
  return (
    <ol className="plainlist">
      {bases.map((basis) => (
        <li key={`${basis.document}${basis.article}${basis.version}`}>
          {basis.document} {basis.article}（{basis.version}）
          {basis.quotation && <div className="muted prose">{basis.quotation}</div>}
        </li>
      ))}
    </ol>
  );
}
