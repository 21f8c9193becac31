import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { SampleClause } from "@/api/types";
import { LevelRows } from "@/ui/contracts/MeasureRows";
import { useRules } from "@/ui/useRules";

const FIGURES: Record<string, ("unit" | "target" | "tolerance" | "grace_days")[]> = {
  count: ["unit", "target", "tolerance"],
  ratio: ["unit", "target", "tolerance"],
  deadline: ["grace_days"],
};

/** The fields of a clause of the library; what it is judged by appears with its measure. */
export function SampleFields() {
  const { t } = useTranslation();
  const { written } = useRules();
  const form = Form.useFormInstance<SampleClause>();
  const measure = Form.useWatch("measure", form);
  const heading = t("terms.clause.heading");
  const text = t("terms.clause.text");
  const reason = t("step.lineReason");
  return (
    <>
      <div className="twocols">
        <Choice name="kind" words={useLabels("clause")} />
        <Choice name="side" words={useLabels("side")} />
      </div>
      <Form.Item name="heading" label={heading} rules={written(heading)}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="text" label={text} rules={written(text)}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <div className="twocols">
        <Choice name="measure" words={useLabels("measure")} optional />
        {measure && (
          <Form.Item name="weight" label={t("terms.clause.weight")}>
            <Input inputMode="decimal" />
          </Form.Item>
        )}
        {(FIGURES[measure ?? ""] ?? []).map((name) => (
          <Form.Item key={name} name={name} label={t(`terms.clause.${name}`)}>
            <Input inputMode={name === "unit" ? "text" : "decimal"} maxLength={20} />
          </Form.Item>
        ))}
      </div>
      {measure === "scale" && <LevelRows name={[]} />}
      {measure && (
        <Form.Item name="must_pass" valuePropName="checked">
          <Checkbox>{t("terms.clause.must_pass")}</Checkbox>
        </Form.Item>
      )}
      <div className="twocols">
        <Choice name="evidence" words={useLabels("evidence_asked")} />
        <Choice name="measured_by" words={useLabels("measured_by")} />
      </div>
      <Form.Item name="mandatory" valuePropName="checked">
        <Checkbox>{t("terms.samples.mandatory")}</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label={reason} rules={written(reason)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={600} />
      </Form.Item>
    </>
  );
}

interface ChoiceProps {
  name: "kind" | "side" | "measure" | "evidence" | "measured_by";
  words: { value: string; label: string }[];
  optional?: boolean;
}

function Choice({ name, words, optional = false }: ChoiceProps) {
  const { t } = useTranslation();
  const { must } = useRules();
  const label = t(`terms.clause.${name}`);
  return (
    <Form.Item name={name} label={label} rules={optional ? [] : must(label)}>
      <Select allowClear={optional} options={words} />
    </Form.Item>
  );
}
