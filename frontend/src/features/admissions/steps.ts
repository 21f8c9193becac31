/** What each step of an application or matter asks for; all else about a step comes from the server. */

import type { StepForms } from "@/ui/step-forms";

const text = { kind: "text", required: true } as const;
const long = { kind: "long", required: true } as const;
const date = { kind: "date", required: true } as const;

export const APPLICATION_STEPS: StepForms = {
  return_for_correction: { remark: "required", danger: true },
  review: { fields: { findings: { kind: "findings" } } },
  decline: { remark: "required", danger: true },
  approve: { fields: { resolution_number: text, meeting_on: date } },
  reject: { fields: { resolution_number: text, meeting_on: date, reasons: long }, danger: true },
};

export const MATTER_STEPS: StepForms = {
  order_withdrawal: { fields: { reasons: long }, danger: true },
  withdraw: { danger: true },
};
