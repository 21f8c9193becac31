import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { instalmentActions, instalmentsOf } from "@/api/contracts";
import { takeStep } from "@/api/steps";
import type { Contract, InstalmentRow } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Facts } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { StatusTag } from "@/ui/StatusTag";
import { Failure, Loading } from "@/ui/states";
import { DateText, MoneyText } from "@/ui/text";
import { Yuan } from "@/ui/Yuan";
import { INSTALMENT_STEPS } from "./steps";

/** The instalments in order: what each waits for, what is owed, how late it is, what was paid. */
export function PaymentsTab({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const found = useQuery(instalmentsOf(contract.id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} onRetry={() => found.refetch()} />;
  if (found.data.length === 0) return <p className="muted">{t("contracts.pay.none")}</p>;
  return (
    <ul className="cards">
      {found.data.map((instalment) => (
        <li key={instalment.id} data-testid={`instalment-${instalment.no}`}>
          <Instalment instalment={instalment} />
        </li>
      ))}
    </ul>
  );
}

/** Steps are offered only where there may be some: what has arrived is done with. */
const OPEN = ["planned", "due", "denied"];

function Instalment({ instalment }: { instalment: InstalmentRow }) {
  const { t } = useTranslation();
  const { id, version } = instalment;
  return (
    <>
      <span className="first">
        {t("contracts.pay.no", { no: instalment.no, title: instalment.title })}{" "}
        <StatusTag status={instalment.status} label={instalment.status_label} />{" "}
        {instalment.late_days > 0 && (
          <span className="tag tag-bad">
            {t("contracts.pay.lateDays", { count: instalment.late_days })}
          </span>
        )}
      </span>
      <Facts rows={useRows(instalment)} />
      {OPEN.includes(instalment.status) && (
        <ActionBar
          actions={instalmentActions(id)}
          forms={INSTALMENT_STEPS}
          take={(step, body) => takeStep("instalments", id, step, { version, ...body })}
        />
      )}
    </>
  );
}

function useRows(of: InstalmentRow): [string, ReactNode][] {
  const { t } = useTranslation();
  const bound = of.period || <DateText value={of.milestone_on} />;
  const rows: [string, ReactNode][] = [
    [
      t("contracts.pay.bound"),
      <>
        {of.basis_label} · {bound}
      </>,
    ],
    [t("contracts.pay.amount"), <MoneyText key="amount" value={of.amount} />],
  ];
  if (of.approved !== null) {
    rows.push([t("contracts.pay.approved"), <Yuan key="approved" value={of.approved} />]);
    rows.push([t("contracts.pay.due"), <DueDate key="due" value={of.due_on} />]);
  }
  if (of.paid_on) {
    rows.push([
      t("contracts.pay.paid"),
      <>
        <MoneyText value={of.paid} /> · <DateText value={of.paid_on} /> · {of.voucher}
      </>,
    ]);
    rows.push([t("contracts.pay.arrived"), <DateText key="arrived" value={of.arrived_on} />]);
  }
  if (Number(of.interest) > 0) {
    rows.push([t("contracts.pay.interest"), <MoneyText key="interest" value={of.interest} />]);
  }
  if (of.denial) rows.push([t("contracts.pay.denial"), of.denial]);
  return rows;
}
