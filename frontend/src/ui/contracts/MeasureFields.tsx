import { Form, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { SignedClause } from "@/api/types";
import { type Measured, type RawName, rawOf } from "@/ui/measures";

type Clause = Pick<SignedClause, "number" | "measure" | "levels" | "unit">;

interface Props {
  /** Where the measures of this clause stand in the form. */
  name: (string | number)[];
  clause: Clause;
  disabled?: boolean;
}

/** What is measured of one clause: the figures that its measure asks for, or why it does not apply. */
export function MeasureFields({ name, clause, disabled }: Props) {
  const { t } = useTranslation();
  const grounds = useLabels("not_applicable");
  const told = Form.useWatch([...name, "not_applicable"]) as Measured["not_applicable"];
  return (
    <div className="line">
      {!told &&
        rawOf(clause.measure).map((raw) => (
          <RawField key={raw} raw={raw} name={name} clause={clause} disabled={disabled} />
        ))}
      <Form.Item name={[...name, "not_applicable"]} label={t("measure.notApplicable")}>
        <Select
          allowClear
          disabled={disabled}
          placeholder={t("measure.applies")}
          options={grounds}
        />
      </Form.Item>
    </div>
  );
}

function RawField({ raw, name, clause, disabled }: Props & { raw: RawName }) {
  const { t } = useTranslation();
  const unit = raw === "actual" && clause.unit ? `（${clause.unit}）` : "";
  const label = t(`measure.raw.${raw}`) + unit;
  return (
    <Form.Item name={[...name, raw]} label={label}>
      <RawInput raw={raw} label={label} clause={clause} disabled={disabled} />
    </Form.Item>
  );
}

interface InputProps {
  raw: RawName;
  label: string;
  clause: Clause;
  disabled?: boolean;
}

/** Hands on what antd's form hands down: id, value, onChange. */
function RawInput({ raw, label, clause, ...given }: InputProps) {
  const { t } = useTranslation();
  if (raw === "done") {
    const options = [
      { value: true, label: t("measure.isDone") },
      { value: false, label: t("measure.isNotDone") },
    ];
    return <Radio.Group {...given} aria-label={label} options={options} />;
  }
  if (raw === "level") {
    const options = clause.levels.map(({ level, anchor }) => ({
      value: Number(level),
      label: `${level} · ${anchor}`,
    }));
    return <Select {...given} options={options} />;
  }
  if (raw === "actual") return <Input {...given} inputMode="decimal" maxLength={15} />;
  return <InputNumber {...given} min={0} precision={0} style={{ width: "100%" }} />;
}
