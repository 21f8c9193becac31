/** What each step asks for; all else about a step comes from the server. */

import { Select } from "antd";
import { useLabels } from "@/api/labels";
import type { FieldSpec, Given, StepForms } from "@/ui/step-forms";

const text = { kind: "text", required: true } as const;
const date = { kind: "date", required: true } as const;
/** The day on which it was done. */
const on: FieldSpec = { kind: "date", label: "doneOn", required: true };
const because = { remark: "required", danger: true } as const;

/** One of the ways in which one side may end a contract. */
function Ending(given: Given<string>) {
  const endings = useLabels("ending").filter(({ value }) =>
    ["breach", "public_interest"].includes(value),
  );
  return <Select {...given} options={endings} />;
}

export const CONTRACT_STEPS: StepForms = {
  publish: { fields: { on } },
  file: { fields: { on } },
  suspend: because,
  ask_termination: because,
  terminate: {
    ...because,
    fields: {
      ending: { kind: "control", required: true, render: (given) => <Ending {...given} /> },
    },
  },
};

export const TERMS_STEPS: StepForms = {
  return: because,
  sign: { fields: { signatory: text }, remark: false },
  discard: because,
};

export const INSTALMENT_STEPS: StepForms = {
  pay: { fields: { paid_on: date, voucher: text } },
};

export const DELIVERABLE_STEPS: StepForms = {
  query: { remark: "required" },
};
