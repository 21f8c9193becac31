import { Form, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TermsText } from "@/api/types";

interface Option {
  value: string;
  label: string;
}

interface Props {
  name: keyof TermsText & string;
  kind?: "line" | "long" | "date" | "number";
  hint?: ReactNode;
  options?: Option[];
}

/** One field of the text. Everything in it is kept as it is typed, right or wrong. */
export function TextField({ name, kind = "line", hint, options }: Props) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={t(`terms.field.${name}`)} extra={hint}>
      {options ? <Select allowClear options={options} /> : control(kind)}
    </Form.Item>
  );
}

export function control(kind: Props["kind"]) {
  switch (kind) {
    case "date":
      return <Input type="date" />;
    case "long":
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 14 }} maxLength={4000} />;
    case "number":
      return <Input inputMode="decimal" maxLength={16} />;
    default:
      return <Input maxLength={200} />;
  }
}
