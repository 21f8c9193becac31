/** What each step of a contract and of its versions asks a village for. */

import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Contract, Terms } from "@/api/types";
import type { StepForm, StepForms } from "@/ui/step-forms";
import { PeriodText } from "@/ui/text";
import { useRules } from "@/ui/useRules";
import { Yuan } from "@/ui/Yuan";
import { Deliberation } from "./Deliberation";

interface WordsProps {
  name: string;
  label: string;
  long?: boolean;
  /** The longest that the server takes. */
  most: number;
}

/** Words of our own, which must be written. */
export function Words({ name, label, long = false, most }: WordsProps) {
  const { written } = useRules();
  return (
    <Form.Item name={name} label={label} rules={written(label)}>
      {long ? (
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={most} />
      ) : (
        <Input maxLength={most} autoComplete="off" />
      )}
    </Form.Item>
  );
}

/** A step that asks for one text, with what must be known before. */
export const asking = (hint: string, words: WordsProps, danger = false): StepForm => ({
  intro: <p className="muted">{hint}</p>,
  fields: { [words.name]: { kind: "group", render: () => <Words {...words} /> } },
  remark: false,
  danger,
});

export function useTermsSteps(contract: Contract, terms: Terms): StepForms {
  const { t } = useTranslation();
  const label = t("contracting.reason");
  const why = asking(
    t("contracting.declineHint"),
    { name: "remark", label, long: true, most: 4000 },
    true,
  );
  return {
    agree: {
      fields: { deliberation: { kind: "group", render: () => <Deliberation /> } },
      remark: false,
    },
    decline: why,
    decline_signature: why,
    countersign: {
      intro: <Signed contract={contract} terms={terms} />,
      fields: {
        signatory: {
          kind: "group",
          render: (name) => <Words name={name} label={t("contracting.sign.signatory")} most={50} />,
        },
      },
      remark: false,
    },
  };
}

/** What is signed: between whom, for how much in figures and in capitals, until when. */
function Signed({ contract, terms }: { contract: Contract; terms: Terms }) {
  const { t } = useTranslation();
  const { text } = terms;
  return (
    <div data-testid="signed">
      <p>
        <strong>{contract.subject}</strong>
        <br />
        {t("contracting.sign.parties", {
          provider: text.provider || contract.provider,
          purchaser: contract.purchaser,
        })}
      </p>
      <p>
        {t("contracting.sign.price")} <Yuan value={terms.price ?? text.price} />
      </p>
      <p>
        {t("contracting.sign.term")}{" "}
        <PeriodText from={text.starts_on || null} to={text.ends_on || null} />
      </p>
      <p className="asked">{t("contracting.sign.never")}</p>
    </div>
  );
}

export function useContractSteps(contract: Contract): StepForms {
  const { t } = useTranslation();
  const label = t("contracting.reason");
  return {
    ask_termination: asking(
      t("contracting.terminateHint"),
      { name: "remark", label, long: true, most: 4000 },
      true,
    ),
    agree_termination: {
      intro: (
        <p>
          {t("contracting.agreeTerminateHint", {
            side: contract.ending_asked_by_label,
            reason: contract.ending_reason,
          })}
        </p>
      ),
      danger: true,
    },
  };
}
