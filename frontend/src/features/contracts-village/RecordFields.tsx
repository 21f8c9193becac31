import { Form, type FormRule, Input } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import type { SignedClause } from "@/api/types";
import { hundredths } from "@/ui/decimals";
import { targetText } from "@/ui/measures";
import { day } from "@/ui/text";
import { useRules } from "@/ui/useRules";
import { isCounted } from "./clauses";
import { dayFault, type Term } from "./record";

interface Props {
  clauses: SignedClause[];
  clause: SignedClause | undefined;
  term: Term;
}

/** Under which clause, on which day, how much, and where in words. */
export function RecordFields({ clauses, clause, term }: Props) {
  const { t } = useTranslation();
  const { must, written } = useRules();
  const label = t("contracting.records.clause");
  const date = t("contracting.records.date");
  return (
    <>
      <Form.Item
        name="clause"
        label={label}
        rules={must(label)}
        getValueFromEvent={({ target }: { target: HTMLSelectElement }) =>
          target.value ? Number(target.value) : null
        }
        getValueProps={(value: number | null) => ({ value: value ?? "" })}
        extra={clause && targetText(t, clause)}
      >
        <ClauseChoice clauses={clauses} />
      </Form.Item>
      <Form.Item name="done_on" label={date} rules={[...written(date), useDayRule(term)]}>
        <Input type="date" max={today()} min={term.from ?? undefined} />
      </Form.Item>
      {clause && isCounted(clause) && <Quantity unit={clause.unit} />}
      <Form.Item
        name="place"
        label={t("contracting.records.place")}
        extra={t("contracting.records.placeHint")}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="note"
        label={t("contracting.records.note")}
        extra={t("contracting.records.noteHint")}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </>
  );
}

interface ChoiceProps extends React.SelectHTMLAttributes<HTMLSelectElement> {
  clauses: SignedClause[];
}

/** The phone's own picker. */
function ClauseChoice({ clauses, ...given }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <span className="plainform">
      <select {...given}>
        <option value="">{t("contracting.records.choose")}</option>
        {clauses.map(({ number, heading }) => (
          <option key={number} value={number}>
            {t("clause.head", { number, heading })}
          </option>
        ))}
      </select>
    </span>
  );
}

function useDayRule(term: Term): FormRule {
  const { t } = useTranslation();
  return {
    validator: async (_, value: string) => {
      const fault = value ? dayFault(value, term) : null;
      if (fault === "future") throw new Error(t("contracting.records.dateFuture"));
      if (fault === "outside") {
        const [from, to] = [term.from ?? "", term.to ?? ""].map((one) => (one ? day(one) : "—"));
        throw new Error(t("contracting.records.dateOutside", { from, to }));
      }
    },
  };
}

function Quantity({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const label = unit
    ? t("contracting.records.quantityOf", { unit })
    : t("contracting.records.quantity");
  const number: FormRule = {
    validator: async (_, value: string) => {
      if (value && hundredths(value) === null) {
        throw new Error(t("contracting.records.quantityBad"));
      }
    },
  };
  return (
    <Form.Item name="quantity" label={label} rules={[...written(label), number]}>
      <Input inputMode="decimal" maxLength={15} autoComplete="off" />
    </Form.Item>
  );
}
