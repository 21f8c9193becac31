import type { ReactNode } from "react";
import type { Phrases } from "@/locales/zh-CN";

export type StepBody = Record<string, unknown>;

/** What a field of a step is called; phrases with gaps are no labels. */
export type StepLabel = Exclude<
  keyof Phrases["step"],
  "findings" | "seen" | "verdict" | "opinion" | "ask" | "taken" | "heard"
>;

/** What antd's form hands to a control. */
export interface Given<Value> {
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
}

interface Common {
  /** The phrase of the label, where it is not called like the field. */
  label?: StepLabel;
  required?: boolean;
  hint?: ReactNode;
}

/**
 * `lines` is a list of texts, each its own row; a `control` is an input of one's own; a `group` draws its own
 * fields under the name that it is given.
 */
export type FieldSpec =
  | ({ kind: "text" | "long" | "date" | "findings" | "seen" | "lines" } & Common)
  // biome-ignore lint/suspicious/noExplicitAny: each control knows the type of its own value
  | ({ kind: "control"; render: (given: Given<any>) => ReactNode } & Common)
  | ({ kind: "group"; render: (name: string) => ReactNode } & Common);

/** A step's form as data: its fields in order. The remark is asked for last, unless told otherwise. */
export interface StepForm {
  fields?: Record<string, FieldSpec>;
  /** false: no remark is asked for; "required": it must be written. */
  remark?: false | "required";
  danger?: boolean;
  /** Shown above the fields, such as the paper that must be read first. */
  intro?: ReactNode;
}

export type StepForms = Record<string, StepForm>;
