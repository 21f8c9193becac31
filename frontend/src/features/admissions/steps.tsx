/** What each step of an application asks for; all else about a step comes from the server. */

import { useTranslation } from "react-i18next";
import type { Application } from "@/api/types";
import { DepartmentPicker } from "@/ui/DepartmentPicker";
import { EntryPicker } from "@/ui/EntryPicker";
import { MatterPicker } from "@/ui/MatterPicker";
import { ScopePicker } from "@/ui/ScopePicker";
import type { FieldSpec, StepForms } from "@/ui/step-forms";
import { HeardByDefault } from "./HeardByDefault";
import { OpinionsSoFar } from "./OpinionsSoFar";
import { SimilarJudged } from "./SimilarJudged";

const text = { kind: "text", required: true } as const;
const long = { kind: "long", required: true } as const;
const date = { kind: "date", required: true } as const;
const resolution = { resolution_number: text, meeting_on: date };

const entry: FieldSpec = { kind: "control", render: (given) => <EntryPicker {...given} /> };
const matter: FieldSpec = {
  kind: "control",
  label: "mergedInto",
  required: true,
  render: (given) => <MatterPicker {...given} />,
};
const departments: FieldSpec = {
  kind: "control",
  render: (given) => <DepartmentPicker {...given} />,
};

/** Told before anything is saved: with an entry there is no first review. */
function NegativeReviewed() {
  return useTranslation().t("form.hints.negativeReviewed");
}

/** The forms of this very application: who can be heard and what is to be judged depends on it. */
export function stepsOf(application: Application): StepForms {
  const { id, scope } = application;
  return {
    return_for_correction: {
      fields: { defects: { kind: "lines", required: true } },
      remark: false,
      danger: true,
    },
    accept: {
      intro: <HeardByDefault application={application} />,
      fields: {
        villages: {
          kind: "control",
          render: (given) => <ScopePicker {...given} among={scope} />,
        },
        departments,
      },
    },
    not_accept: { fields: { reasons: long, entry }, remark: false, danger: true },
    first_review: {
      fields: {
        opinion: { ...long, label: "firstOpinion" },
        negative_entry: {
          kind: "control",
          hint: <NegativeReviewed />,
          render: (given) => <EntryPicker {...given} list="negative" />,
        },
        similar: { kind: "group", render: (name) => <SimilarJudged name={name} id={id} /> },
      },
      remark: false,
    },
    review: {
      intro: <OpinionsSoFar application={application} />,
      fields: { findings: { kind: "findings" } },
    },
    refer: { fields: { recommendation: { kind: "long" } }, remark: false },
    decline: { remark: "required", danger: true },
    endorse: {
      fields: { reference: text, given_on: date, opinion: { ...long, label: "bodyOpinion" } },
      remark: false,
    },
    approve: { fields: { ...resolution, conditions: { kind: "lines" } } },
    reject: { fields: { ...resolution, reasons: long }, remark: false, danger: true },
    defer: {
      fields: { ...resolution, reasons: long, resubmit_on: date },
      remark: false,
      danger: true,
    },
    send_back: { fields: { ...resolution, reasons: long }, remark: false, danger: true },
    convert: { fields: { ...resolution, reasons: long }, remark: false, danger: true },
    merge_into: { fields: { ...resolution, matter, reasons: long }, remark: false, danger: true },
    recall: { remark: "required", danger: true },
    discard: { danger: true },
  };
}
