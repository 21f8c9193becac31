import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import { decimal, type Instalment, readable, settled } from "./amounts";
import { Decimal, numberRules } from "./FormField";

const MOST = 12;

/** When each village is paid what; together it is what each village is promised. */
export function InstalmentsField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  /** A new instalment begins with what is still open, so that most need nothing but a date. */
  const next = (): Instalment => {
    const { gap } = settled(form.getFieldValue("funding_amount"), rowsOf(form));
    return { on: form.getFieldValue("starts_on") || today(), amount: decimal(gap > 0n ? gap : 0n) };
  };
  return (
    <Form.List name="funding_due">
      {(rows, { add, remove }, { errors, warnings }) => (
        <fieldset className="group">
          <legend>{t("form.fields.funding_due")}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="line" data-testid={`instalment-${name}`}>
              <Form.Item
                name={[name, "on"]}
                label={`${t("form.funding.item", { n: name + 1 })} · ${t("form.funding.on")}`}
              >
                <Input type="date" />
              </Form.Item>
              <Form.Item
                name={[name, "amount"]}
                label={`${t("form.funding.item", { n: name + 1 })} · ${t("form.funding.amount")}`}
                rules={numberRules("money", t)}
              >
                <Decimal places={2} />
              </Form.Item>
              <Button
                size="small"
                aria-label={`${t("common.remove")} ${t("form.funding.item", { n: name + 1 })}`}
                onClick={() => remove(name)}
              >
                {t("common.remove")}
              </Button>
            </div>
          ))}
          <Balance />
          <Form.ErrorList errors={errors} warnings={warnings} />
          {rows.length < MOST && (
            <Button type="dashed" data-testid="add-instalment" onClick={() => add(next())}>
              {t("form.funding.add")}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

const rowsOf = (form: { getFieldValue: (name: string) => unknown }) =>
  ((form.getFieldValue("funding_due") as (Instalment | undefined)[] | undefined) ?? []).map(
    (row) => row ?? {},
  );

/** Whether the instalments come to the whole; while they do not, by how much. */
function Balance() {
  const { t } = useTranslation();
  const watched = Form.useWatch("funding_due") as (Instalment | undefined)[] | undefined;
  const whole = Form.useWatch("funding_amount");
  const rows = (watched ?? []).map((row) => row ?? {});
  if (rows.length === 0) return null;
  const { sum, gap } = settled(whole, rows);
  const said = { sum: readable(sum), gap: readable(gap < 0n ? -gap : gap) };
  const state = gap === 0n ? "matches" : gap > 0n ? "less" : "more";
  const open = rows.some(({ on, amount }) => !on || !amount);
  return (
    <p className={gap === 0n ? "note" : "note bad"} role="status" data-testid="balance">
      {t(`form.funding.${state}`, said)}
      {open && `。${t("form.funding.incomplete")}`}
    </p>
  );
}
