import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/api/problem";
import type { Query } from "@/api/queries";
import type { Action } from "@/api/types";
import { Loaded } from "./DetailPage";
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

/** The buttons that the server offers. A greyed one can still be reached, and says why it is grey. */
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
  const id = useId();
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
  const hindered = steps.filter((step) => step.hindrance);

  return (
    <>
      <div className="steps-may">
        {steps.map((step) => (
          <Button
            key={step.name}
            data-testid={`step-${step.name}`}
            type={step.hindrance || forms[step.name]?.danger ? "default" : "primary"}
            danger={!step.hindrance && forms[step.name]?.danger}
            className={step.hindrance ? "greyed" : undefined}
            aria-disabled={step.hindrance ? true : undefined}
            aria-describedby={step.hindrance ? `${id}${step.name}` : undefined}
            onClick={() => !step.hindrance && setAsked(step)}
          >
            {step.label}
          </Button>
        ))}
      </div>
      {hindered.length > 0 && (
        <ul className="whynot" aria-label={t("detail.why")}>
          {hindered.map((step) => (
            <li key={step.name} id={`${id}${step.name}`}>
              {t("common.pair", { label: step.label, value: step.hindrance })}
            </li>
          ))}
        </ul>
      )}
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
