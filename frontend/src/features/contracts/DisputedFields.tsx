import { Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AcceptancePeriod, Judged } from "@/api/types";
import { ClauseHead } from "@/ui/contracts/ClauseCard";
import { MeasureFields } from "@/ui/contracts/MeasureFields";
import { Objection } from "@/ui/contracts/Objection";
import { nameOf } from "@/ui/contracts/verdicts";
import { useRules } from "@/ui/useRules";

interface Props {
  name: string;
  period: AcceptancePeriod;
  /** An answer to each objection is asked for. */
  answers?: boolean;
}

/** Each objected verdict: what is said to it, and the verdict anew where it is to be changed. */
export function DisputedFields({ name, period, answers }: Props) {
  return period.clauses
    .filter(({ objection, clause }) => objection && clause.side === "provider")
    .map((judged) => (
      <Disputed key={judged.clause.number} name={name} judged={judged} answers={answers} />
    ));
}

function Disputed({ name, judged, answers }: Omit<Props, "period"> & { judged: Judged }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const [changes, setChanges] = useState(false);
  const { clause, objection } = judged;
  const place = nameOf(clause.number);
  const label = t("period.answerTo", { number: clause.number });
  return (
    <fieldset className="group">
      <legend>
        <ClauseHead clause={clause} />
      </legend>
      {objection && <Objection objection={objection} />}
      {answers && (
        <Form.Item name={[name, "text", place]} label={label} rules={written(label)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      )}
      <Checkbox checked={changes} onChange={({ target }) => setChanges(target.checked)}>
        {t("period.changeVerdict", { number: clause.number })}
      </Checkbox>
      {changes && (
        <>
          <MeasureFields name={[name, "verdicts", place]} clause={clause} />
          <Form.Item
            name={[name, "verdicts", place, "reason"]}
            label={t("period.reasonOf", { number: clause.number })}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </fieldset>
  );
}
