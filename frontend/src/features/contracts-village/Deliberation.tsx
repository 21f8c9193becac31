import { Form, type FormInstance, type FormRule, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import { useRules } from "@/ui/useRules";
import { type Count, type Counts, faultOf } from "./majority";

/** The village's own decision: its record by number, never who said what. What is no majority is told in words. */
export function Deliberation() {
  const { t } = useTranslation();
  const { written } = useRules();
  const number = t("contracting.deliberate.number");
  const on = t("contracting.deliberate.on");
  return (
    <>
      <p className="muted">{t("contracting.deliberate.hint")}</p>
      <Form.Item
        name="number"
        label={number}
        extra={t("contracting.deliberate.numberHint")}
        rules={written(number)}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="on" label={on} rules={[...written(on), useNotLater()]}>
        <Input type="date" max={today()} />
      </Form.Item>
      <Counted name="total" />
      <Counted name="present" />
      <Counted name="in_favour" />
    </>
  );
}

function useNotLater(): FormRule {
  const { t } = useTranslation();
  return {
    validator: async (_, value: string) => {
      if (value > today()) throw new Error(t("contracting.deliberate.future"));
    },
  };
}

const COUNTED_FIRST = { total: [], present: ["total"], in_favour: ["total", "present"] };

function Counted({ name }: { name: Count }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const label = t(`contracting.deliberate.${name}`);
  const enough = ({ getFieldsValue }: FormInstance): FormRule => ({
    validator: async (_, value: number | null) => {
      if (value === null || value === undefined) return;
      const counts = getFieldsValue(["total", "present", "in_favour"]) as Counts;
      const fault = faultOf(name, counts);
      if (fault) throw new Error(t(`contracting.deliberate.${fault}`));
    },
  });
  return (
    <Form.Item
      name={name}
      label={label}
      dependencies={COUNTED_FIRST[name]}
      rules={[...must(label), enough as never]}
    >
      <InputNumber min={0} max={30_000} style={{ width: "100%" }} />
    </Form.Item>
  );
}
