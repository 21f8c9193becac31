import { Button, Form, type FormRule, Input } from "antd";
import { useTranslation } from "react-i18next";
import { putVerdicts } from "@/api/contracts";
import type { AcceptancePeriod, Judged, Measures, SignedClause } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { isMeasured, isWholly, type Measured, rawOf, targetText } from "@/ui/measures";
import { Prose } from "@/ui/text";
import { useKept } from "@/ui/useKept";
import { useSaving } from "@/ui/useSaving";
import { ClauseHead } from "./ClauseCard";
import { MeasureFields } from "./MeasureFields";

interface Props {
  period: AcceptancePeriod;
  /** Whose clauses are judged. */
  side: "provider" | "purchaser";
  /** What the reason is called, and what is said when it is saved. */
  reason: string;
  done: string;
  onSaved?: () => void;
}

type Values = { of: Record<string, Measured> };

/** Raw measures of one side's clauses, clause by clause; what is not measured yet is left as it was. */
export function VerdictForm({ period, side, reason, done, onSaved }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const judged = period.clauses.filter(({ clause }) => clause.assessable && clause.side === side);
  const { id, round, version } = period;
  const { value, change, forget } = useKept<Values>(`verdicts.${id}.${round}.${side}`, {
    of: Object.fromEntries(judged.map((row) => [row.clause.number, measuredOf(row)])),
  });
  const saving = useSaving({
    form,
    act: (values: Values) => putVerdicts(id, version, itemsOf(judged, values)),
    placeOf: (field) => placeOf(field, itemsOf(judged, form.getFieldsValue(true))),
    done,
    onSaved: () => {
      forget();
      onSaved?.();
    },
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={value}
      disabled={saving.busy}
      onValuesChange={(_, all) => change(() => all)}
      onFinish={() => saving.send(form.getFieldsValue(true))}
      scrollToFirstError
    >
      <Fault error={saving.error} />
      {judged.map(({ clause }) => (
        <fieldset key={clause.number} className="aspect" data-testid={`judge-${clause.number}`}>
          <legend>
            <ClauseHead clause={clause} />
          </legend>
          <Prose text={clause.text} />
          <p className="muted">{targetText(t, clause)}</p>
          <MeasureFields name={["of", String(clause.number)]} clause={clause} />
          <Reason clause={clause} label={reason} />
        </fieldset>
      ))}
      <Button type="primary" htmlType="submit" loading={saving.busy} data-testid="save-verdicts">
        {t("common.save")}
      </Button>
    </Form>
  );
}

/** Less than wholly kept, or not applicable, is said with its reason. */
function Reason({ clause, label }: { clause: SignedClause; label: string }) {
  const { t } = useTranslation();
  const of = ["of", String(clause.number)];
  const found = Form.useWatch(of) as Measured | undefined;
  const needed =
    found !== undefined && isMeasured(clause.measure, found) && !isWholly(clause, found);
  const rule: FormRule = {
    required: needed,
    whitespace: true,
    message: t("common.required", { label }),
  };
  return (
    <Form.Item name={[...of, "reason"]} label={label} rules={needed ? [rule] : []}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
    </Form.Item>
  );
}

function measuredOf({ clause, verdict }: Judged): Measured {
  if (!verdict) return {};
  const raw = rawOf(clause.measure).map((name) => [name, verdict[name]]);
  return {
    ...Object.fromEntries(raw),
    not_applicable: verdict.not_applicable || null,
    reason: verdict.reason,
  };
}

/** What is sent: of each clause that was measured the figures that its measure asks for, and no others. */
export function itemsOf(judged: Pick<Judged, "clause">[], { of }: Values): Measures[] {
  return judged.flatMap(({ clause }) => {
    const found = of[clause.number];
    if (!found || !isMeasured(clause.measure, found)) return [];
    const reason = (found.reason ?? "").trim();
    const { not_applicable } = found;
    if (not_applicable) return [{ clause: clause.number, not_applicable, reason } as Measures];
    const raw = rawOf(clause.measure).map((name) => [name, found[name]]);
    return [{ clause: clause.number, reason, ...Object.fromEntries(raw) }];
  });
}

/** `items.1.reason` stands at the clause that was sent as the second. */
function placeOf(field: string, items: Measures[]): string[] | null {
  const [, index, name = "reason"] = field.split(".");
  const item = items[Number(index)];
  return item ? ["of", String(item.clause), name] : null;
}
