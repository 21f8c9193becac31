/** What each step of an acceptance period asks for, on the village's and the township's side. */

import { useTranslation } from "react-i18next";
import type { AcceptancePeriod } from "@/api/types";
import { Objections } from "@/ui/contracts/Objections";
import { DaysLeft } from "@/ui/DueDate";
import type { StepBody, StepForm, StepForms } from "@/ui/step-forms";
import { Yuan } from "@/ui/Yuan";
import { type Cases, Defence } from "./Defence";
import { asking, Words } from "./steps";

export function usePeriodSteps(period: AcceptancePeriod): StepForms {
  const { t } = useTranslation();
  const told = (hint: string): StepForm => ({ intro: <p className="muted">{hint}</p> });
  return {
    report: asking(t("contracting.periods.reportHint"), {
      name: "report",
      label: t("contracting.periods.report"),
      long: true,
      most: 4000,
    }),
    agree: told(t("contracting.periods.agreeHint")),
    defend: {
      intro: <Term period={period} />,
      fields: { cases: { kind: "group", render: () => <Defence period={period} /> } },
      remark: false,
    },
    mediate: told(t("contracting.periods.mediateHint")),
    countersign: {
      intro: <Certificate period={period} />,
      fields: {
        signatory: {
          kind: "group",
          render: (name) => (
            <Words name={name} label={t("contracting.periods.signatory")} most={50} />
          ),
        },
      },
      remark: false,
    },
    propose: {
      ...asking(t("contracting.periods.proposeHint"), {
        name: "proposal",
        label: t("contracting.periods.propose"),
        long: true,
        most: 4000,
      }),
      intro: <Proposing period={period} />,
    },
  };
}

/** A defence is typed by clauses; it is sent as the list of those that were written. */
export function bodyFor(step: string, body: StepBody): StepBody {
  if (step !== "defend") return body;
  const cases = (body.cases ?? {}) as Cases;
  const items = Object.entries(cases)
    .map(([clause, text]) => ({ clause: Number(clause), text: (text ?? "").trim() }))
    .filter(({ text }) => text);
  return { items };
}

function Term({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("contracting.periods.defenceHint")}</p>
      {period.days_left !== null && (
        <p>
          {t("contracting.periods.defenceLeft")} <DaysLeft n={period.days_left} />
        </p>
      )}
    </>
  );
}

function Certificate({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  return (
    <div data-testid="signed">
      <p>
        {t("contracting.periods.result")} <strong>{period.result_label}</strong>
      </p>
      <p>
        {t("contracting.periods.accepted")} <Yuan value={period.accepted_amount} />
      </p>
      <p className="asked">{t("contracting.periods.signNever")}</p>
    </div>
  );
}

/** Both sides' words beside each other, above the proposal. */
function Proposing({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t("contracting.periods.proposeHint")}</p>
      <Objections period={period} />
    </>
  );
}
