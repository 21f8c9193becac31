import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { lineList } from "@/api/purchases";
import type { TermsText } from "@/api/types";
import { capitals } from "@/ui/capitals";
import { Panel } from "@/ui/DetailPage";
import { yuan } from "@/ui/text";
import { Balance } from "./Balance";
import { nextNo, RowsField } from "./RowsField";
import { control, TextField } from "./TextField";

type Instalment = NonNullable<TermsText["instalments"]>[number];
type Budget = NonNullable<TermsText["budget"]>[number];

/** What it costs, out of which budget, and when it is paid. */
export function MoneySection() {
  const { t } = useTranslation();
  const price = Form.useWatch<string | undefined>("price");
  const said = price ? capitals(price) : null;
  return (
    <Panel title={t("terms.section.money")}>
      <TextField name="price" kind="number" hint={said && <span lang="zh-CN">{said}</span>} />
      <BudgetRows />
      <InstalmentRows />
      <div className="twocols">
        <TextField name="payment_days" kind="number" hint={t("terms.hint.payment_days")} />
        <TextField name="retention_percent" kind="number" />
        <TextField name="late_interest" kind="number" hint={t("terms.hint.late_interest")} />
      </div>
    </Panel>
  );
}

function BudgetRows() {
  const { t } = useTranslation();
  const lines = useQuery(lineList({ limit: 200, offset: 0, ordering: "-year", filters: {} }));
  const options = (lines.data?.items ?? []).map(({ id, year, project, free }) => ({
    value: id,
    label: t("terms.budget.option", { year, project, free: yuan(free) }),
  }));
  return (
    <RowsField<Budget>
      name="budget"
      most={20}
      fresh={() => ({ line: null, amount: "" })}
      cells={[
        {
          name: "line",
          label: t("terms.budget.line"),
          control: (
            <Select
              loading={lines.isFetching}
              showSearch={{ optionFilterProp: "label" }}
              options={options}
            />
          ),
        },
        { name: "amount", label: t("terms.amount"), control: control("number") },
      ]}
    >
      <Balance list="budget" />
    </RowsField>
  );
}

function InstalmentRows() {
  const { t } = useTranslation();
  const bases = ["acceptance", "milestone"].map((value) => ({
    value,
    label: t(`terms.instalment.${value as "acceptance"}`),
  }));
  const form = Form.useFormInstance<TermsText>();
  // With the numbers, which have no field of their own.
  const periods = (Form.useWatch("periods", { form, preserve: true }) ?? []).map(
    ({ no, title }) => ({ value: no, label: title || String(no) }),
  );
  return (
    <RowsField<Instalment>
      name="instalments"
      most={60}
      fresh={(rows) => ({ no: nextNo(rows.map(({ no }) => no)), basis: "acceptance" })}
      cells={[
        { name: "title", label: t("terms.title"), control: <Input maxLength={60} /> },
        {
          name: "basis",
          label: t("terms.instalment.basis"),
          control: <Select options={bases} />,
        },
        {
          name: "period",
          label: t("terms.instalment.period"),
          control: <Select allowClear options={periods} />,
        },
        {
          name: "milestone_on",
          label: t("terms.instalment.milestone_on"),
          control: control("date"),
        },
        { name: "amount", label: t("terms.amount"), control: control("number") },
        {
          name: "retention",
          label: t("terms.instalment.retention"),
          control: <Checkbox />,
          flag: true,
        },
      ]}
    >
      <Balance list="instalments" />
    </RowsField>
  );
}
