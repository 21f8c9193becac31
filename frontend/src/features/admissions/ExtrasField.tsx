import { Form, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ExtraField } from "@/api/types";
import { useForms } from "./useForms";

const LINE = 200;

/** What an application for that type of object says besides; the county's parameters name the fields. */
export function ExtrasField() {
  const { fields } = useForms();
  return (
    <div className="twocols">
      {fields.map((field) => (
        <Form.Item
          key={field.name}
          name={["extras", field.name]}
          label={field.label}
          required={field.required}
          extra={<Help field={field} />}
        >
          <Control field={field} />
        </Form.Item>
      ))}
    </div>
  );
}

function Help({ field }: { field: ExtraField }) {
  const { t } = useTranslation();
  const { kind, least, most, help } = field;
  const bounds = kind === "number" ? t("form.extra.bounds", { least, most }) : "";
  return <>{[help, bounds].filter(Boolean).join(" · ") || null}</>;
}

/** antd hands id, value and onChange down. */
function Control({ field, ...given }: { field: ExtraField }) {
  const { t } = useTranslation();
  switch (field.kind) {
    case "number":
      return <InputNumber<number> {...given} precision={0} style={{ width: "100%" }} />;
    case "date":
      return <Input {...given} type="date" />;
    case "choice":
      return <Select {...given} allowClear options={field.choices} />;
    case "boolean":
      return (
        <Radio.Group
          {...given}
          aria-label={field.label}
          options={[
            { value: true, label: t("form.extra.yes") },
            { value: false, label: t("form.extra.no") },
          ]}
        />
      );
    default:
      return field.most > LINE ? (
        <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={field.most} />
      ) : (
        <Input {...given} maxLength={field.most || undefined} />
      );
  }
}
