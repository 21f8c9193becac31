/** What each step of a period asks the department and the county's office for. */

import { Input, Select } from "antd";
import { useLabels } from "@/api/labels";
import type { AcceptancePeriod } from "@/api/types";
import { itemsOf, judgedOf, type Verdicts } from "@/ui/contracts/verdicts";
import type { Given, StepBody, StepForms } from "@/ui/step-forms";
import { DisputedFields } from "./DisputedFields";
import { MembersField } from "./MembersField";

const long = { kind: "long", required: true } as const;

function Result(given: Given<string>) {
  return <Select {...given} options={useLabels("result")} />;
}

export function periodSteps(period: AcceptancePeriod): StepForms {
  return {
    answer: {
      fields: {
        answers: {
          kind: "group",
          render: (name) => <DisputedFields name={name} period={period} answers />,
        },
      },
      remark: false,
    },
    conclude: {
      fields: {
        opinion: { ...long, label: "conclusion" },
        answers: {
          kind: "group",
          render: (name) => <DisputedFields name={name} period={period} />,
        },
      },
      remark: false,
    },
    escalate: { remark: "required" },
    sign_panel: {
      fields: {
        members: { kind: "group", render: (name) => <MembersField name={name} /> },
        recipients_opinion: long,
        result: {
          kind: "control",
          label: "panelResult",
          required: true,
          render: (given) => <Result {...given} />,
        },
        accepted_amount: {
          kind: "control",
          required: true,
          hint: `¥${period.payable}`,
          render: (given) => (
            <Input
              {...given}
              onChange={({ target }) => given.onChange?.(target.value)}
              inputMode="decimal"
            />
          ),
        },
        result_reason: { kind: "long" },
        remedy_due_on: { kind: "date" },
      },
      remark: false,
    },
  };
}

interface Disputed {
  text?: Record<string, string>;
  verdicts?: Verdicts;
}

/** What the server takes of what was typed. */
export function bodyOf(step: string, body: StepBody, period: AcceptancePeriod): StepBody {
  const { answers, ...rest } = body;
  if (step === "sign_panel") return { ...rest, remedy_due_on: rest.remedy_due_on || null };
  if (step !== "answer" && step !== "conclude") return body;
  const { text = {}, verdicts = {} } = (answers ?? {}) as Disputed;
  const items = Object.entries(text).map(([name, said]) => ({
    clause: Number(name.slice(1)),
    text: said,
  }));
  const changed = itemsOf(judgedOf(period), verdicts);
  return { ...rest, ...(step === "answer" && { items }), verdicts: changed };
}
