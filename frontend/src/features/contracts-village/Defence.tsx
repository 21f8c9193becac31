import { Form, type FormInstance, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { AcceptancePeriod, Judged } from "@/api/types";
import { measuredText } from "@/ui/measures";

/** What we say, by the numbers of the clauses. */
export type Cases = Record<string, string | undefined>;

const written = (cases: Cases | undefined) =>
  Object.values(cases ?? {}).some((text) => text?.trim());

/** Our case, clause by clause, below what the department found of each; what is left empty is agreed to. */
export function Defence({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const judged = period.clauses.filter(
    ({ clause, verdict, objection }) => clause.side === "provider" && verdict && !objection,
  );
  const some = ({ getFieldValue }: FormInstance) => ({
    validator: async () => {
      if (!written(getFieldValue("cases"))) throw new Error(t("contracting.periods.defenceOne"));
    },
  });
  return (
    <>
      {judged.map((row) => (
        <Case key={row.clause.number} judged={row} />
      ))}
      <Form.Item name="defended" rules={[some as never]} dependencies={["cases"]}>
        <Input type="hidden" />
      </Form.Item>
    </>
  );
}

function Case({ judged }: { judged: Judged }) {
  const { t } = useTranslation();
  const { clause, verdict } = judged;
  const found = verdict?.not_applicable_label || measuredText(t, clause, verdict);
  return (
    <Form.Item
      name={["cases", String(clause.number)]}
      label={t("contracting.periods.defence", { number: clause.number, heading: clause.heading })}
      extra={[found, verdict?.reason].filter(Boolean).join(" · ")}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={2000} />
    </Form.Item>
  );
}
