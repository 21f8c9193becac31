import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Terms } from "@/api/types";
import { ClauseCard } from "@/ui/contracts/ClauseCard";
import { Facts, Panel } from "@/ui/DetailPage";
import { DateText, PeriodText, Prose } from "@/ui/text";
import { Yuan } from "@/ui/Yuan";
import { Difference } from "./Difference";
import { DraftedClauses } from "./DraftedClauses";
import { FaultList } from "./FaultList";
import { Simulator } from "./Simulator";
import { TermsSteps } from "./TermsSteps";

const PROSE = ["subject", "content", "provider", "basis", "method_reason"] as const;

/** A version that nobody writes just now: its text, who decided and who signed. */
export function TermsReader({ terms }: { terms: Terms }) {
  const { t } = useTranslation();
  const { text } = terms;
  const rows: [string, ReactNode][] = PROSE.filter((name) => text[name]).map((name) => [
    t(`terms.field.${name}`),
    <Prose key={name} text={text[name]} />,
  ]);
  rows.push(
    [
      t("terms.section.term"),
      <PeriodText key="term" from={text.starts_on || null} to={text.ends_on || null} />,
    ],
    [t("terms.field.price"), <Yuan key="price" value={terms.price ?? text.price} />],
    [t("terms.field.acceptance_plan"), <Prose key="plan" text={text.acceptance_plan} />],
  );
  return (
    <>
      <TermsSteps terms={terms} />
      {terms.faults.length > 0 && <FaultList faults={terms.faults} />}
      {terms.no > 1 && <Difference terms={terms} />}
      <Panel title={t("detail.facts")}>
        <Facts rows={[...rows, ...useDecision(terms)]} />
      </Panel>
      <Panel title={t("terms.section.clauses")}>
        {terms.clauses.length > 0 ? (
          terms.clauses.map((clause) => <ClauseCard key={clause.number} clause={clause} />)
        ) : (
          <DraftedClauses clauses={text.clauses ?? []} />
        )}
        <Simulator terms={terms} />
      </Panel>
    </>
  );
}

/** The village's own decision by its number, and who signed for each side. */
function useDecision(terms: Terms): [string, ReactNode][] {
  const { t } = useTranslation();
  const rows: [string, ReactNode][] = [];
  if (terms.reason) rows.push([t("terms.reason"), terms.reason]);
  if (terms.deliberation_number) {
    rows.push([
      t("terms.deliberation"),
      <>
        {terms.deliberation_number} <DateText value={terms.deliberated_on} />{" "}
        {t("terms.voices", {
          total: terms.deliberation_total ?? 0,
          present: terms.deliberation_present ?? 0,
          favour: terms.deliberation_for ?? 0,
        })}
      </>,
    ]);
  }
  const signed = [
    [t("terms.purchaserSigned"), terms.purchaser_signatory, terms.purchaser_signed_at],
    [t("terms.providerSigned"), terms.provider_signatory, terms.provider_signed_at],
  ] as const;
  for (const [label, who, at] of signed) {
    if (who) {
      rows.push([
        label,
        <>
          {who} <DateText value={at} time />
        </>,
      ]);
    }
  }
  return rows;
}
