import { Checkbox, Form, Input, InputNumber, Radio, Select } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { Label } from "@/api/types";
import type { Phrases } from "@/locales/zh-CN";
import type { Field } from "./draft";

type Kind = "line" | "long" | "date" | "money" | "days" | "choice" | "options" | "check";
type Words = "object_type" | "category" | "funding_channel" | "assessment";

interface Look {
  kind: Kind;
  max?: number;
  /** Of a choice: which of the server's words it offers. */
  words?: Words;
}

const line = (max: number): Look => ({ kind: "line", max });

/** How each plain field looks; the others are texts of several lines. */
const LOOKS: Partial<Record<Field, Look>> = {
  title: line(60),
  contact_name: line(50),
  contact_phone: line(30),
  frequency: line(100),
  budget_line: line(200),
  funding_standard: line(200),
  personal_data_retention: line(100),
  starts_on: { kind: "date" },
  ends_on: { kind: "date" },
  funding_amount: { kind: "money" },
  person_days: { kind: "days" },
  object_type: { kind: "choice", words: "object_type" },
  category: { kind: "options", words: "category" },
  funding_channel: { kind: "options", words: "funding_channel" },
  assessment_method: { kind: "options", words: "assessment" },
  dedicated_post: { kind: "check" },
  handles_personal_data: { kind: "check" },
  not_secret: { kind: "check" },
};
const LONG: Look = { kind: "long" };

/** Digits before the point that the server can keep. */
const DIGITS: Partial<Record<Kind, number>> = { money: 12, days: 4 };

type Hint = keyof Phrases["form"]["hints"];
const hasHint = (field: string, t: TFunction): field is Hint =>
  t(`form.hints.${field as Hint}`, { defaultValue: "" }) !== "";

interface Props {
  field: Field;
  disabled?: boolean;
  /** The phrase below the field, where it is not called like the field. */
  hint?: Hint;
  /** Values of a choice that are not offered. */
  omit?: readonly string[];
}

/** A plain field with its label, its hint and, below it, what is wrong with it. */
export function FormField({ field, disabled, hint, omit }: Props) {
  const { t } = useTranslation();
  const look = LOOKS[field] ?? LONG;
  const label = t(`form.fields.${field}`);
  const told = hint ?? (hasHint(field, t) ? field : undefined);
  const extra = told && t(`form.hints.${told}`);
  if (look.kind === "check") {
    return (
      <Form.Item name={field} valuePropName="checked" extra={extra}>
        <Checkbox disabled={disabled}>{label}</Checkbox>
      </Form.Item>
    );
  }
  return (
    <Form.Item name={field} label={label} extra={extra} rules={numberRules(look.kind, t)}>
      <Control look={look} label={label} disabled={disabled} omit={omit} />
    </Form.Item>
  );
}

export function numberRules(kind: Kind, t: TFunction) {
  const digits = DIGITS[kind];
  if (!digits) return [];
  const pattern = new RegExp(`^\\d{0,${digits}}(\\.\\d*)?$`);
  return [{ pattern, message: t("form.tooLarge", { digits }) }];
}

interface ControlProps {
  look: Look;
  label: string;
  disabled?: boolean;
  omit?: readonly string[];
}

/** The input of a plain field. antd hands id, value and onChange down to it. */
function Control({ look, label, omit, ...given }: ControlProps) {
  switch (look.kind) {
    case "date":
      return <Input {...given} type="date" />;
    case "money":
      return <Decimal {...given} places={2} />;
    case "days":
      return <Decimal {...given} places={1} />;
    case "line":
      return <Input {...given} maxLength={look.max} showCount={look.max === 60} />;
    case "choice":
    case "options":
      return <Choice {...given} look={look} label={label} omit={omit} />;
    default:
      return <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />;
  }
}

/** A number that stays the text that was typed: it never becomes a float. */
export function Decimal({ places, ...given }: { places: number }) {
  return (
    <InputNumber<string>
      {...given}
      stringMode
      precision={places}
      min="0"
      style={{ width: "100%" }}
    />
  );
}

/** One of the server's words: from a list, or side by side where there are few. */
function Choice({ look, label, omit = [], ...given }: ControlProps) {
  const words: Label[] = useLabels(look.words ?? "category");
  const options = words.filter(({ value }) => !omit.includes(value));
  if (look.kind === "options")
    return <Radio.Group {...given} aria-label={label} options={options} />;
  return <Select {...given} options={options} />;
}
