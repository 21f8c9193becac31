import { Form, InputNumber, Select, Switch } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Settings } from "@/api/types";
import { useRules } from "@/ui/useRules";
import { CoursesField } from "./CoursesField";
import { BytesInput, DayInput, MoneyInput, NumbersInput, ShareInput } from "./controls";
import { HiddenFieldsField } from "./HiddenFieldsField";
import type { Parameter, Schema } from "./schema";

interface Props {
  parameter: Parameter;
  schema: Schema;
  settings: Settings;
}

/** One parameter with its unit, its bounds and what it means. */
export function ParameterField({ parameter, schema, settings }: Props) {
  const { t } = useTranslation();
  const { must } = useRules();
  const { kind, path, title, help, unitLabel, optional, min, max } = parameter;
  if (kind === "courses") return <CoursesField schema={schema} settings={settings} />;
  if (kind === "forms") return <HiddenFieldsField schema={schema} />;
  const bounds =
    kind === "number" && min !== undefined && max !== undefined
      ? t("configuration.bounds", { min, max, unit: unitLabel })
      : "";
  return (
    <Form.Item
      name={path}
      label={unitLabel && kind !== "bytes" ? `${title}（${unitLabel}）` : title}
      extra={[help, bounds].filter(Boolean).join(t("configuration.stop"))}
      valuePropName={kind === "switch" ? "checked" : "value"}
      rules={[
        ...(optional ? [] : must(title)),
        ...(kind === "number" && min !== undefined && max !== undefined
          ? [
              {
                type: "number" as const,
                min,
                max,
                message: t("configuration.outside", { min, max }),
              },
            ]
          : []),
      ]}
    >
      {control(parameter)}
    </Form.Item>
  );
}

function control({ kind, options, min, max, unit }: Parameter): ReactNode {
  switch (kind) {
    case "switch":
      return <Switch />;
    case "choice":
      return <Select options={options} />;
    case "choices":
      return <Select mode="multiple" options={options} />;
    case "numbers":
      return <NumbersInput />;
    case "bytes":
      return <BytesInput min={min} max={max} />;
    case "money":
      return <MoneyInput />;
    case "day":
      return <DayInput />;
    case "share":
      return <ShareInput />;
    default:
      return <InputNumber style={{ width: 140 }} step={unit === "ratio" ? 0.05 : 1} />;
  }
}
