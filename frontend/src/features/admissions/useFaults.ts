import type { FormInstance } from "antd";
import { useEffect } from "react";
import { pathOf, problemOf } from "@/api/problem";
import type { Check } from "@/api/types";
import type { Snapshot } from "./draft";
import { isUnmet } from "./form-sections";
import type { FormValues } from "./form-values";

type Fault = { name: (string | number)[]; errors?: string[]; warnings?: string[] };

/** What is only missing is told beside the section: a form that has just been begun is not wrong everywhere. */
const MISSING = [
  "incomplete",
  "section",
  "no_legal_basis",
  "no_funding",
  "no_scope",
  "no_matter",
  "secrecy",
  "too_few_parts",
  "hit_unanswered",
];
const isOfField = ({ code, field }: Check) => Boolean(field) && !MISSING.includes(code);

/** Brings what the server would not take, and what submission will refuse, to the fields concerned. */
export function useFaults(
  form: FormInstance<FormValues>,
  snapshot: Snapshot,
  checks: Check[] | null,
): void {
  useEffect(() => {
    const errors = snapshot.state === "failed" ? problemOf(snapshot.error).errors : [];
    const refused = errors.map(({ field, detail }) => ({ name: pathOf(field), errors: [detail] }));
    const known = refused.filter(({ name }) => form.getFieldError(name as never).length === 0);
    // What the form itself has said already is more exact.
    tell(form, known);
  }, [snapshot, form]);

  useEffect(() => {
    if (!checks || snapshot.state !== "saved") return;
    const unmet = checks.filter((check) => isUnmet(check) && isOfField(check));
    const faults = unmet.map(({ field, detail }) => ({
      name: pathOf(field ?? ""),
      warnings: [detail],
    }));
    tell(form, faults);
    return () =>
      tell(
        form,
        faults.map(({ name }) => ({ name, warnings: [] })),
      );
  }, [checks, snapshot, form]);
}

function tell(form: FormInstance<FormValues>, faults: Fault[]): void {
  form.setFields(faults as Parameters<typeof form.setFields>[0]);
}
