import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import type { Matter } from "@/api/types";
import { ScopeText } from "@/ui/ScopeText";
import { DateText, day, MoneyText, PeriodText, Prose } from "@/ui/text";

type Fact = [label: string, value: ReactNode];

const TEXTS = [
  "objective",
  "department_duty",
  "township_duty",
  "village_duty",
  "frequency",
  "person_days",
] as const;
const SUPPORT = ["no_cost_reason", "tech_support", "training_plan"] as const;

/** What the county has admitted, as the paper that holds says it; what is empty and optional falls out. */
export function useMatterFacts(matter: Matter): Fact[] {
  const { t } = useTranslation();
  return [
    [t("matters.code"), <code key="code">{matter.code}</code>],
    [t("matters.department"), matter.department],
    [t("matters.type"), `${matter.object_type_label} · ${matter.category_label}`],
    [t("matters.period"), <PeriodText key="period" from={matter.starts_on} to={matter.ends_on} />],
    ...terms(matter, t("matters.review"), t("matters.readmitBy")),
    ...(matter.extensions > 0
      ? [[t("matters.extensions"), String(matter.extensions)] satisfies Fact]
      : []),
    ...TEXTS.filter((name) => matter[name]).map(
      (name): Fact => [t(`matters.${name}`), <Prose key={name} text={matter[name]} />],
    ),
    ...(matter.legal_bases.length
      ? [[t("matters.legal_bases"), <Bases key="bases" matter={matter} />] satisfies Fact]
      : []),
    ...(matter.funding_amount
      ? [[t("matters.funding_amount"), <Funds key="funds" matter={matter} />] satisfies Fact]
      : []),
    ...SUPPORT.filter((name) => matter[name]).map(
      (name): Fact => [t(`matters.${name}`), <Prose key={name} text={matter[name]} />],
    ),
    [t("matters.demands"), <Demands key="demands" matter={matter} />],
    [t("matters.scope"), <ScopeText key="scope" codes={matter.scope} />],
    ...(matter.application_id
      ? [
          [
            t("matters.application"),
            <Link key="application" to={`/applications/${matter.application_id}`}>
              {t("common.view")}
            </Link>,
          ] satisfies Fact,
        ]
      : []),
  ];
}

function terms(matter: Matter, review: string, readmit: string): Fact[] {
  const rows: Fact[] = [];
  if (matter.review_on) rows.push([review, <DateText key="review" value={matter.review_on} />]);
  if (matter.readmit_by) rows.push([readmit, <DateText key="readmit" value={matter.readmit_by} />]);
  return rows;
}

function Bases({ matter }: { matter: Matter }) {
  return (
    <ol className="plainlist">
      {matter.legal_bases.map((basis) => (
        <li key={`${basis.document}${basis.article}${basis.version}`}>
          {basis.document} {basis.article}（{basis.version}）
          {basis.quotation && <div className="muted prose">{basis.quotation}</div>}
        </li>
      ))}
    </ol>
  );
}

function Funds({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { funding_amount, budget_line, funding_due } = matter;
  return (
    <>
      <MoneyText value={funding_amount} />
      {budget_line && <div className="muted">{budget_line}</div>}
      {funding_due.length > 0 && (
        <ul className="plainlist">
          {funding_due.map(({ on, amount }) => (
            <li key={on}>
              {t("matters.instalment", { date: day(on) })} <MoneyText value={amount} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Demands({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const kinds = useLabels("demand");
  if (matter.demands.length === 0) return <>{t("matters.noDemands")}</>;
  return (
    <ul className="plainlist">
      {matter.demands.map(({ kind, name, basis }) => (
        <li key={`${kind}${name}`}>
          {labelOf(kinds, kind)} {name}
          {basis && <span className="muted">（{basis}）</span>}
        </li>
      ))}
    </ul>
  );
}
