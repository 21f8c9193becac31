import { Checkbox, Form, Input, Radio } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinesField } from "./LinesField";
import type { FieldSpec, Given, StepLabel } from "./step-forms";
import { useRules } from "./useRules";

const ASPECTS = ["legality", "feasibility", "reasonableness"] as const;
const LONGEST = 4000;

export function StepField({ name, spec }: { name: string; spec: FieldSpec }) {
  const { t } = useTranslation();
  const { must, written } = useRules();
  if (spec.kind === "findings") return <Findings name={name} />;
  if (spec.kind === "seen") return <Seen name={name} />;
  if (spec.kind === "group") return spec.render(name);
  const label = t(`step.${spec.label ?? (name as StepLabel)}`);
  if (spec.kind === "lines") {
    return <LinesField name={name} label={label} required={spec.required} hint={spec.hint} />;
  }
  const rules = spec.kind === "control" ? must : written;
  return (
    <Form.Item
      name={name}
      label={label}
      extra={spec.hint}
      rules={spec.required ? rules(label) : []}
    >
      {control(name, spec, t("step.remarkHint"))}
    </Form.Item>
  );
}

function control(name: string, spec: FieldSpec, remarkHint: string) {
  switch (spec.kind) {
    case "control":
      return <Control render={spec.render} />;
    case "date":
      return <Input type="date" />;
    case "long":
      return (
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={LONGEST}
          placeholder={name === "remark" ? remarkHint : undefined}
        />
      );
    default:
      return <Input maxLength={200} />;
  }
}

/** Passes on what antd's form hands to its child. */
function Control({
  render,
  ...given
}: { render: (given: Given<unknown>) => ReactNode } & Given<unknown>) {
  return render(given);
}

/** Three separate findings: each its own verdict and its own opinion. */
function Findings({ name }: { name: string }) {
  const { t } = useTranslation();
  const { must, written } = useRules();
  return ASPECTS.map((key, index) => {
    const aspect = t(`step.${key}`);
    const verdict = t("step.verdict", { aspect });
    const opinion = t("step.opinion", { aspect });
    return (
      <fieldset key={key} className="aspect">
        <legend>{aspect}</legend>
        <Form.Item name={[name, index, "aspect"]} initialValue={key} hidden>
          <Input />
        </Form.Item>
        <Form.Item name={[name, index, "favourable"]} label={verdict} rules={must(verdict)}>
          <Radio.Group
            aria-label={verdict}
            options={[
              { value: true, label: t("step.favourable") },
              { value: false, label: t("step.unfavourable") },
            ]}
          />
        </Form.Item>
        <Form.Item name={[name, index, "opinion"]} label={opinion} rules={written(opinion)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={LONGEST} />
        </Form.Item>
      </fieldset>
    );
  });
}

function Seen({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      valuePropName="checked"
      rules={[
        {
          validator: (_, seen) =>
            seen
              ? Promise.resolve()
              : Promise.reject(new Error(t("common.required", { label: t("step.seen") }))),
        },
      ]}
    >
      <Checkbox>{t("step.seen")}</Checkbox>
    </Form.Item>
  );
}
