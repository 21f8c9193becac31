import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import { instalmentActions, instalmentsOf } from "@/api/contracts";
import { useMe } from "@/api/me";
import { takeStep } from "@/api/steps";
import type { InstalmentRow } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Facts, Loaded, Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import type { StepForms } from "@/ui/step-forms";
import { DateText, day, MoneyText, yuan } from "@/ui/text";
import { useRules } from "@/ui/useRules";
import { asking } from "./steps";

/** What is to be paid when, what the department has paid, and what we say of its arrival. */
export function Payments({ contract }: { contract: number }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("contracting.pay.title")}>
      <Loaded query={instalmentsOf(contract)}>
        {(all) =>
          all.length === 0 ? (
            <p className="muted">{t("contracting.pay.none")}</p>
          ) : (
            <ul className="cards">
              {all.map((one) => (
                <li key={one.id} data-testid={`instalment-${one.no}`}>
                  <One instalment={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function One({ instalment }: { instalment: InstalmentRow }) {
  const { t } = useTranslation();
  const { id, version, status } = instalment;
  const forms = useForms(instalment);
  const village = useMe().role === "village_officer";
  return (
    <>
      <span className="first">
        {instalment.title} <StatusTag status={status} label={instalment.status_label} />{" "}
        {instalment.retention && (
          <span className="tag tag-still">{t("contracting.pay.retention")}</span>
        )}
      </span>
      <p>
        {t("contracting.pay.plan", {
          money: yuan(instalment.amount),
          basis: instalment.period || instalment.basis_label,
        })}
      </p>
      <Facts rows={useRows(instalment)} />
      {village && status === "paid" && (
        <div className="touch">
          <ActionBar
            actions={instalmentActions(id)}
            forms={forms}
            take={(step, body) => takeStep("instalments", id, step, { version, ...body })}
          />
        </div>
      )}
    </>
  );
}

function useRows(instalment: InstalmentRow): [string, ReactNode][] {
  const { t } = useTranslation();
  const { approved, due_on, late_days, paid_on, voucher, interest, arrived_on, denial } =
    instalment;
  const rows: [string, ReactNode][] = [];
  if (approved) rows.push([t("contracting.pay.approved"), <MoneyText key="a" value={approved} />]);
  if (due_on) {
    const late = late_days > 0 && (
      <span className="tag tag-bad">{t("contracting.pay.late", { n: late_days })}</span>
    );
    rows.push([t("contracting.pay.due"), <Due key="due" on={due_on} late={late} />]);
  }
  if (paid_on) {
    const said = t("contracting.pay.paidOf", { date: day(paid_on), voucher });
    rows.push([t("contracting.pay.paid"), said]);
  }
  if (Number(interest) > 0) rows.push([t("contracting.pay.interest"), yuan(interest)]);
  if (arrived_on) rows.push([t("contracting.pay.arrived"), day(arrived_on)]);
  if (denial) rows.push([t("contracting.pay.denial"), denial]);
  return rows;
}

function Due({ on, late }: { on: string; late: ReactNode }) {
  return (
    <>
      <DateText value={on} /> {late}
    </>
  );
}

function useForms({ paid_on }: InstalmentRow): StepForms {
  const { t } = useTranslation();
  return {
    arrive: {
      intro: <p className="muted">{t("contracting.pay.arriveHint")}</p>,
      fields: { arrived: { kind: "group", render: () => <ArrivedOn from={paid_on} /> } },
      remark: false,
    },
    deny: asking(
      t("contracting.pay.denyHint"),
      { name: "remark", label: t("contracting.pay.denyReason"), long: true, most: 1000 },
      true,
    ),
  };
}

function ArrivedOn({ from }: { from: string | null }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const label = t("contracting.pay.arrivedOn");
  return (
    <Form.Item name="arrived_on" label={label} initialValue={today()} rules={written(label)}>
      <Input type="date" min={from ?? undefined} max={today()} />
    </Form.Item>
  );
}
