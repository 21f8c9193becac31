import { Checkbox, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { LevelRows, StepRows } from "@/ui/contracts/MeasureRows";
import { control } from "./TextField";

interface Props {
  place: number;
  number: number;
  measure: string;
}

/** Which fields each measure has besides weight, evidence and who measures. */
const FIELDS: Record<string, ("unit" | "target" | "tolerance" | "grace_days")[]> = {
  count: ["unit", "target", "tolerance"],
  ratio: ["unit", "target", "tolerance"],
  deadline: ["grace_days"],
};

/** How a clause is judged: its measure with its fields, its weight, its evidence. */
export function ClauseMeasure({ place, number, measure }: Props) {
  const { t } = useTranslation();
  const measures = useLabels("measure");
  const evidence = useLabels("evidence_asked");
  const measurers = useLabels("measured_by");
  const label = (
    name:
      | "measure"
      | "weight"
      | "evidence"
      | "measured_by"
      | "unit"
      | "target"
      | "tolerance"
      | "grace_days",
  ) => `${t("terms.clause.of", { number })} · ${t(`terms.clause.${name}`)}`;
  return (
    <fieldset className="group">
      <legend>{t("terms.clause.judged")}</legend>
      <div className="twocols">
        <Form.Item name={[place, "measure"]} label={label("measure")}>
          <Select options={measures} />
        </Form.Item>
        <Form.Item name={[place, "weight"]} label={label("weight")}>
          {control("number")}
        </Form.Item>
        {(FIELDS[measure] ?? []).map((field) => (
          <Form.Item key={field} name={[place, field]} label={label(field)}>
            {control(field === "unit" ? "line" : "number")}
          </Form.Item>
        ))}
      </div>
      {measure === "deadline" && <StepRows name={[place]} />}
      {measure === "scale" && <LevelRows name={[place]} />}
      <div className="twocols">
        <Form.Item name={[place, "evidence"]} label={label("evidence")}>
          <Select options={evidence} />
        </Form.Item>
        <Form.Item name={[place, "measured_by"]} label={label("measured_by")}>
          <Select options={measurers} />
        </Form.Item>
      </div>
      <Form.Item name={[place, "must_pass"]} valuePropName="checked">
        <Checkbox>{t("terms.clause.must_pass")}</Checkbox>
      </Form.Item>
    </fieldset>
  );
}
