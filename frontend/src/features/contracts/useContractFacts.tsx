import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Contract } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { DateText, MoneyText, PeriodText } from "@/ui/text";
import { Yuan } from "@/ui/Yuan";

type Row = [label: string, value: ReactNode];

/** What a contract is, in pairs; amounts in capitals, too. */
export function useContractFacts(contract: Contract): Row[] {
  const { t } = useTranslation();
  const by = (due: string | null, done: string | null) =>
    done ? <DateText value={done} /> : <DueDate value={due} />;
  const rows: Row[] = [
    [t("contracts.number"), contract.number || t("contracts.unnumbered")],
    [t("contracts.purchaser"), contract.purchaser],
    [t("contracts.provider"), contract.provider || contract.provider_kind_label],
    [t("contracts.village"), `${contract.township} ${contract.village}`],
    [t("contracts.service"), serviceOf(contract) || t("contracts.freeSubject")],
    [t("contracts.price"), <Yuan key="price" value={contract.price} />],
    [t("contracts.accepted"), <MoneyText key="accepted" value={contract.accepted} />],
    [t("contracts.paid"), <MoneyText key="paid" value={contract.paid} />],
    [
      t("contracts.term"),
      <PeriodText key="term" from={contract.starts_on} to={contract.ends_on} />,
    ],
    [t("contracts.signedOn"), <DateText key="signed" value={contract.signed_on} />],
  ];
  if (contract.procurement_law) {
    rows.push(
      [t("contracts.published"), by(contract.publication_due_on, contract.published_on)],
      [t("contracts.filed"), by(contract.filing_due_on, contract.filed_on)],
    );
  }
  if (contract.suspension_reason)
    rows.push([t("contracts.suspension"), contract.suspension_reason]);
  if (contract.ending_asked_by) {
    rows.push([
      t("contracts.endingAsked"),
      `${contract.ending_asked_by_label} · ${contract.ending_reason}`,
    ]);
  }
  if (contract.ended_on) {
    rows.push([
      t("contracts.ended"),
      <>
        {contract.ending_label} <DateText value={contract.ended_on} />
      </>,
    ]);
  }
  if (contract.keep_until) {
    rows.push([t("contracts.keepUntil"), <DateText key="keep" value={contract.keep_until} />]);
  }
  return rows;
}

const serviceOf = ({ service_code, service_name }: Contract) =>
  [service_code, service_name].filter(Boolean).join(" ");
