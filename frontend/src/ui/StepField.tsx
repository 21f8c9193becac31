import { Checkbox, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { Phrases } from "@/locales/zh-CN";
import type { FieldSpec } from "./StepDialog";

type Known = Exclude<
  keyof Phrases["step"],
  "findings" | "seen" | "verdict" | "opinion" | "ask" | "taken"
>;
const ASPECTS = ["legality", "feasibility", "reasonableness"] as const;

export function StepField({ name, spec }: { name: string; spec: FieldSpec }) {
  const { t } = useTranslation();
  if (spec.kind === "findings") return <Findings name={name} />;
  if (spec.kind === "seen") return <Seen name={name} />;
  const label = t(`step.${name as Known}`);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        { required: spec.required, whitespace: true, message: t("common.required", { label }) },
      ]}
    >
      {spec.kind === "date" ? (
        <Input type="date" />
      ) : spec.kind === "long" ? (
        <Input.TextArea
          rows={3}
          maxLength={2000}
          placeholder={name === "remark" ? t("step.remarkHint") : undefined}
        />
      ) : (
        <Input maxLength={200} />
      )}
    </Form.Item>
  );
}

/** Three separate findings: each its own verdict and its own opinion. */
function Findings({ name }: { name: string }) {
  const { t } = useTranslation();
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
        <Form.Item
          name={[name, index, "favourable"]}
          label={verdict}
          rules={[{ required: true, message: t("common.required", { label: verdict }) }]}
        >
          <Radio.Group
            aria-label={verdict}
            options={[
              { value: true, label: t("step.favourable") },
              { value: false, label: t("step.unfavourable") },
            ]}
          />
        </Form.Item>
        <Form.Item
          name={[name, index, "opinion"]}
          label={opinion}
          rules={[
            { required: true, whitespace: true, message: t("common.required", { label: opinion }) },
          ]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
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
