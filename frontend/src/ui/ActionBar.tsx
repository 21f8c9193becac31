import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/api/problem";
import type { Query } from "@/api/queries";
import type { Action } from "@/api/types";
import { Loaded } from "./DetailPage";
import { StepButtons } from "./StepButtons";
import { StepDialog } from "./StepDialog";
import type { StepBody, StepForms } from "./step-forms";

interface Props<Err, Key extends QueryKey> {
  actions: Query<Action[], Err, Key>;
  /** What each step asks for; a step that is not named asks for a remark only. */
  forms: StepForms;
  take: Take;
}

export type Take = (step: string, body: StepBody) => Promise<unknown>;

const OUTDATED = ["stale", "status"];

/** The steps that the server offers, each with the dialog that it asks for first. */
export function ActionBar<Err, Key extends QueryKey>({ actions, forms, take }: Props<Err, Key>) {
  return (
    <Loaded query={actions}>
      {(steps) => <Buttons steps={steps} forms={forms} take={take} />}
    </Loaded>
  );
}

function Buttons({ steps, forms, take }: { steps: Action[]; forms: StepForms; take: Take }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Action | null>(null);
  if (steps.length === 0) return <p className="muted">{t("detail.mayNothing")}</p>;

  const submit = async (step: Action, body: StepBody) => {
    await take(step.name, body).catch(async (error) => {
      // Somebody was faster: what is shown behind the dialog is brought up to date, and may be judged anew.
      if (OUTDATED.includes(problemOf(error).code)) await queries.invalidateQueries();
      throw error;
    });
    setAsked(null);
    message.success(t("step.taken", { step: step.label }));
    // A step may touch lists, to-do, papers and figures: everything shown is asked for anew.
    await queries.invalidateQueries();
  };
  const look = ({ name }: Action) =>
    forms[name]?.danger ? { danger: true } : { type: "primary" as const };

  return (
    <>
      <StepButtons steps={steps} name="step" ask={setAsked} look={look} />
      {asked && (
        <StepDialog
          label={asked.label}
          name={asked.name}
          form={forms[asked.name] ?? {}}
          submit={(body) => submit(asked, body)}
          close={() => setAsked(null)}
        />
      )}
    </>
  );
}
