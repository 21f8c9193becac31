/** What each step of a matter asks for; all else about a step comes from the server. */

import { Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { Given, StepForms } from "@/ui/step-forms";

const long = { kind: "long" } as const;
const settled = { completion_report: long, settlement: long, closures: long };

export const MATTER_STEPS: StepForms = {
  order_withdrawal: {
    fields: {
      ground: { kind: "control", required: true, render: (given) => <Ground {...given} /> },
      reasons: { kind: "long", required: true },
      ...settled,
    },
    danger: true,
  },
  report_completion: {
    fields: {
      completion_report: { ...long, required: true },
      settlement: { ...long, required: true },
      closures: { ...long, required: true },
    },
  },
  withdraw: { danger: true },
  suspend: { remark: "required", danger: true },
  resume: { remark: "required" },
  keep: { remark: "required" },
  write_off: { intro: <WrittenOff />, remark: "required", danger: true },
};

export const CONFIRM_YEAR: StepForms[string] = {
  fields: {
    verdict: {
      kind: "control",
      label: "yearVerdict",
      required: true,
      render: (given) => <Verdict {...given} />,
    },
  },
};

/** What follows for the villages, told before. */
function WrittenOff() {
  return <p>{useTranslation().t("legacy.writtenOff")}</p>;
}

function Ground(given: Given<string>) {
  return <Select {...given} options={useLabels("ground")} />;
}

function Verdict(given: Given<string>) {
  return (
    <Radio.Group
      id={given.id}
      value={given.value}
      options={useLabels("verdict")}
      onChange={(event) => given.onChange?.(event.target.value)}
    />
  );
}
