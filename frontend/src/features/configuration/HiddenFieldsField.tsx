import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Given } from "@/ui/step-forms";
import type { FormOverride } from "./HiddenFields";
import type { Schema } from "./schema";

/** For each type of object the fields that its form leaves out. */
export function HiddenFieldsField({ schema }: { schema: Schema }) {
  return (
    <Form.Item name="forms" style={{ gridColumn: "1 / -1" }}>
      <Choice schema={schema} />
    </Form.Item>
  );
}

function Choice({ schema, value, onChange }: Given<FormOverride[]> & { schema: Schema }) {
  const { t } = useTranslation();
  const types = schema.$defs.ObjectType?.labels ?? {};
  const hiddenOf = (type: string) =>
    value?.find(({ object_type }) => object_type === type)?.hidden ?? [];
  const set = (type: string, hidden: string[]) => {
    const others = (value ?? []).filter(({ object_type }) => object_type !== type);
    onChange?.(hidden.length ? [...others, { object_type: type, hidden }] : others);
  };
  return (
    <>
      <p className="muted">{t("configuration.hiddenHint")}</p>
      <div className="twocols">
        {Object.entries(schema.catalogue)
          .filter(([, fields]) => Object.keys(fields).length > 0)
          .map(([type, fields]) => (
            <div key={type} className="stacked">
              <label htmlFor={`hidden-${type}`}>{types[type]}</label>
              <Select
                id={`hidden-${type}`}
                mode="multiple"
                placeholder={t("configuration.allFields")}
                value={hiddenOf(type)}
                options={Object.entries(fields).map(([name, label]) => ({ value: name, label }))}
                onChange={(hidden: string[]) => set(type, hidden)}
              />
            </div>
          ))}
      </div>
    </>
  );
}
