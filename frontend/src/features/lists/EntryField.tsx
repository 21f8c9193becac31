import { Checkbox, Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { DepartmentPicker } from "@/ui/DepartmentPicker";
import { useRules } from "@/ui/useRules";
import { Choices } from "./Choices";
import type { FieldSpec } from "./entry-fields";
import { Keywords } from "./Keywords";

/** One field of the entry's form; one that depends on a tick appears with it. */
export function EntryField({ spec }: { spec: FieldSpec }) {
  const { when } = spec;
  if (!when) return <Plain spec={spec} />;
  return (
    <Form.Item noStyle dependencies={[when]}>
      {({ getFieldValue }) => getFieldValue(when) && <Plain spec={spec} />}
    </Form.Item>
  );
}

function Plain({ spec }: { spec: FieldSpec }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const { name, control, required } = spec;
  const label = t(`lists.field.${name}`);
  const hint = useHint(spec);
  if (control === "flag") {
    return (
      <Form.Item name={name} valuePropName="checked" extra={hint}>
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  }
  return (
    <Form.Item name={name} label={label} extra={hint} rules={required ? written(label) : undefined}>
      <Control spec={spec} />
    </Form.Item>
  );
}

/** Hands on what antd's form hands down: id, value, onChange. */
function Control({ spec, ...given }: { spec: FieldSpec }) {
  const villages = useLabels("village");
  const types = useLabels("object_type");
  const { control, most, bo } = spec;
  switch (control) {
    case "number":
      return <InputNumber {...given} min={1} max={99_999} precision={0} />;
    case "villages":
      return <Choices {...given} options={villages} />;
    case "types":
      return <Choices {...given} options={types} />;
    case "departments":
      return <DepartmentPicker {...given} />;
    case "keywords":
      return <Keywords {...given} />;
    case "long":
      return (
        <Input.TextArea
          {...given}
          autoSize={{ minRows: 1, maxRows: 12 }}
          maxLength={most}
          lang={bo ? "bo" : undefined}
        />
      );
    default:
      return <Input {...given} maxLength={most} />;
  }
}

function useHint({ name, hint }: FieldSpec): string | undefined {
  const { t } = useTranslation();
  const hints: Partial<Record<FieldSpec["name"], string>> = {
    seq: t("entry.hint.seq"),
    applies_to: t("entry.hint.applies_to"),
    legal_basis: t("entry.hint.legal_basis"),
    keywords: t("entry.hint.keywords"),
    outright: t("entry.hint.outright"),
  };
  return hint ? hints[name] : undefined;
}
