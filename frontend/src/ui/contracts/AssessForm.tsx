import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { periodOne, putVerdicts } from "@/api/contracts";
import { problemOf } from "@/api/problem";
import type { AcceptancePeriod, Judged } from "@/api/types";
import { figure } from "@/ui/decimals";
import { Fault } from "@/ui/Fault";
import { FieldConflict } from "@/ui/FieldConflict";
import { isMeasured, isWholly, type Measured, measuredText, targetText } from "@/ui/measures";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { ClauseHead } from "./ClauseCard";
import { MeasureFields } from "./MeasureFields";
import { itemsOf, judgedOf, nameOf, type Side, type Verdicts, verdictsOf } from "./verdicts";

interface Props {
  period: AcceptancePeriod;
  /** Whose clauses are judged. */
  side: Side;
  onSaved?: () => void;
}

/** Clause by clause what was measured; less than the clause asks for needs its reason. */
export function AssessForm({ period, side, onSaved }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Verdicts>();
  const [base, setBase] = useState(period);
  const rows = judgedOf(base, side);
  const valuesOf = (one: AcceptancePeriod) => verdictsOf(one, side);
  const { send, error, stale, busy, reset } = useSaving({
    act: async (typed: Verdicts) => {
      const { data } = await putVerdicts(period.id, base.version, itemsOf(rows, typed));
      return data;
    },
    form,
    // `items.3.reason` is the reason of the fourth clause that was sent.
    placeOf: (field) => {
      const [, index, name = ""] = field.split(".");
      const item = itemsOf(rows, form.getFieldsValue(true))[Number(index)];
      return item ? [nameOf(item.clause), name] : null;
    },
    done: t("period.saved"),
    onSaved: (now) => {
      if (now) setBase(now);
      onSaved?.();
    },
  });
  const settle = (typed: Verdicts, now: AcceptancePeriod) => {
    form.setFieldsValue(typed);
    setBase(now);
    reset();
  };
  return (
    <Form<Verdicts>
      form={form}
      layout="vertical"
      name="verdicts"
      initialValues={valuesOf(period)}
      disabled={busy}
      scrollToFirstError
      onFinish={() => send(form.getFieldsValue(true))}
    >
      <p>{t("period.assessHint")}</p>
      {!stale && problemOf(error).errors.length === 0 && <Fault error={error} />}
      {stale && (
        <FieldConflict
          title={t("period.stale")}
          query={periodOne(period.id)}
          valuesOf={valuesOf}
          base={valuesOf(base)}
          mine={form.getFieldsValue(true)}
          label={(name) => headingOf(rows, name)}
          told={(name, value) => toldOf(t, rows, name, value as Measured)}
          settle={settle}
        />
      )}
      {rows.map((judged) => (
        <ClauseFields key={judged.clause.number} judged={judged} contract={period.contract_id} />
      ))}
      <Button type="primary" htmlType="submit" loading={busy} data-testid="save-verdicts">
        {t("period.save")}
      </Button>
    </Form>
  );
}

function ClauseFields({ judged, contract }: { judged: Judged; contract: number }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const { clause, delivered, records, files } = judged;
  const name = nameOf(clause.number);
  const typed = (Form.useWatch(name) ?? {}) as Measured;
  const lacking = isMeasured(clause.measure, typed) && !isWholly(clause, typed);
  const label = t("period.reasonOf", { number: clause.number });
  return (
    <fieldset className="group" data-testid={`assess-${clause.number}`}>
      <legend>
        <ClauseHead clause={clause} />
      </legend>
      <p>
        {targetText(t, clause)}
        {clause.side === "provider" && (
          <>
            {" · "}
            <Link to={`/contracts/${contract}?tab=records&clause=${clause.number}`}>
              {t("assess.records", { records, files })}
              {delivered !== null &&
                t("assess.delivered", { sum: figure(delivered), unit: clause.unit })}
            </Link>
          </>
        )}
      </p>
      <MeasureFields name={[name]} clause={clause} />
      <Form.Item
        name={[name, "reason"]}
        label={label}
        extra={lacking ? t("period.reasonAsked") : undefined}
        rules={lacking ? written(label) : []}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </fieldset>
  );
}

const headingOf = (rows: Judged[], name: string): string =>
  rows.find(({ clause }) => nameOf(clause.number) === name)?.clause.heading ?? name;

function toldOf(
  t: Parameters<typeof measuredText>[0],
  rows: Judged[],
  name: string,
  value: Measured | undefined,
): string {
  const found = rows.find(({ clause }) => nameOf(clause.number) === name);
  if (!found || !value || !isMeasured(found.clause.measure, value)) return t("assess.notYet");
  const said = value.not_applicable
    ? t("measure.notApplicable")
    : measuredText(t, found.clause, value);
  return [said, value.reason].filter(Boolean).join(" · ");
}
