import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { ClauseMeasure } from "./ClauseMeasure";
import { useClauses } from "./useClauses";

/** The fields of one clause; what it is judged by appears once it is to be judged. */
export function ClauseEditor({ place, number }: { place: number; number: number }) {
  const { t } = useTranslation();
  const kinds = useLabels("clause");
  const sides = useLabels("side");
  const clause = useClauses()[place];
  const label = (name: "side" | "kind" | "heading" | "text" | "assessable") =>
    `${t("terms.clause.of", { number })} · ${t(`terms.clause.${name}`)}`;
  return (
    <div data-testid={`editor-${number}`}>
      <div className="twocols">
        <Form.Item name={[place, "side"]} label={label("side")}>
          <Select options={sides} />
        </Form.Item>
        <Form.Item name={[place, "kind"]} label={label("kind")}>
          <Select options={kinds} showSearch={{ optionFilterProp: "label" }} />
        </Form.Item>
      </div>
      <Form.Item name={[place, "heading"]} label={label("heading")}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[place, "text"]} label={label("text")}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name={[place, "assessable"]} valuePropName="checked">
        <Checkbox>{t("terms.clause.assessable")}</Checkbox>
      </Form.Item>
      {clause?.assessable && (
        <ClauseMeasure place={place} number={number} measure={clause.measure ?? ""} />
      )}
    </div>
  );
}
