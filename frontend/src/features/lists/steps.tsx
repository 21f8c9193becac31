/** What each step of an edition asks for. */

import { Select } from "antd";
import { useLabels } from "@/api/labels";
import type { Given, StepForms } from "@/ui/step-forms";

export const EDITION_STEPS: StepForms = {
  revise: { remark: "required", danger: true },
  approve: {
    fields: {
      resolution_number: { kind: "text", required: true },
      decided_on: { kind: "date", required: true },
      decided_by: { kind: "control", required: true, render: (given) => <Bodies {...given} /> },
    },
  },
  publish: { fields: { effective_on: { kind: "date", required: true } } },
  discard: { remark: "required", danger: true },
};

/** Who may decide on a list. */
function Bodies({ id, value, onChange }: Given<string>) {
  return <Select id={id} value={value} onChange={onChange} options={useLabels("body")} />;
}
