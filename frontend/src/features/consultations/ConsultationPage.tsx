import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import type { Consultation } from "@/api/types";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { DateText, MoneyText, PeriodText, Prose, yuan } from "@/ui/text";
import { AnswerForm } from "./AnswerForm";
import { type Brief, briefOf } from "./brief";
import { consultationOne } from "./queries";
import { Due, State } from "./State";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={consultationOne(id)}>
      {(question) => <Question key={question.id} question={question} />}
    </Loaded>
  );
}

type Row = [label: string, value: ReactNode];

/** One question: what is asked, about what in plain words, and the answer. */
function Question({ question }: { question: Consultation }) {
  const { t } = useTranslation();
  const brief = briefOf(question.brief);
  const rows = useRows(question, brief);
  const { title } = question;
  return (
    <DetailPage
      title={title}
      status={<State question={question} />}
      back="/consultations"
      where={
        <>
          <p className="asked">
            {question.purpose === "withdrawal"
              ? t("consult.ask.withdrawal", { title })
              : t("consult.ask.admission", { title, department: brief.department })}
          </p>
          <Burden brief={brief} />
        </>
      }
      facts={rows}
      may={question.may_answer ? <AnswerForm question={question} /> : <Given question={question} />}
    />
  );
}

/** What it would cost the village, in one line: to be read before the answer is tapped. */
function Burden({ brief }: { brief: Brief }) {
  const { t } = useTranslation();
  const { village_duty, frequency, person_days, funding_amount } = brief;
  const figures = [
    frequency,
    person_days && t("consult.load", { days: person_days }),
    funding_amount && t("consult.each", { money: yuan(funding_amount) }),
  ].filter(Boolean);
  return (
    <>
      {village_duty && <p className="prose">{village_duty}</p>}
      {figures.length > 0 && <p>{figures.join(" · ")}</p>}
    </>
  );
}

/** What was answered and what the county said to that; or why it is not mine to answer. */
function Given({ question }: { question: Consultation }) {
  const { t } = useTranslation();
  if (!question.answered_at) return <p className="muted">{t("consult.mayNot")}</p>;
  return (
    <dl className="pairs" data-testid="given">
      <dt>{t("consult.position")}</dt>
      <dd>
        <State question={question} />
      </dd>
      <dt>{t("consult.answeredAt")}</dt>
      <dd>
        <DateText value={question.answered_at} time />
      </dd>
      {question.text && (
        <>
          <dt>{t("consult.text")}</dt>
          <dd>
            <Prose text={question.text} />
          </dd>
        </>
      )}
      {question.position === "objection" && (
        <>
          <dt>{t("consult.reply")}</dt>
          <dd>{question.reply ? <Prose text={question.reply} /> : t("consult.noReply")}</dd>
        </>
      )}
    </dl>
  );
}

function useRows(question: Consultation, brief: Brief): Row[] {
  const { t } = useTranslation();
  const kinds = useLabels("kind");
  const categories = useLabels("category");
  const types = useLabels("object_type");
  const sorts = [
    labelOf(kinds, brief.kind),
    labelOf(categories, brief.category),
    labelOf(types, brief.object_type),
  ].filter(Boolean);
  const prose = (key: "objective" | "village_duty" | "township_duty" | "frequency" | "reasons") =>
    brief[key] && <Prose key={key} text={brief[key]} />;
  const money = brief.funding_amount ? (
    <MoneyText key="money" value={brief.funding_amount} />
  ) : (
    brief.no_cost_reason && t("consult.noCost", { reason: brief.no_cost_reason })
  );
  const period = brief.starts_on && (
    <PeriodText key="period" from={brief.starts_on} to={brief.ends_on || null} />
  );
  const rows: Row[] = [
    [t("consult.who"), brief.department],
    [t("consult.what"), sorts.length > 0 && sorts.join(" · ")],
    [t("consult.code"), brief.code],
    [t("consult.why"), prose("objective")],
    [t("consult.villageDuty"), prose("village_duty")],
    [t("consult.townshipDuty"), prose("township_duty")],
    [t("consult.frequency"), prose("frequency")],
    [
      t("consult.personDays"),
      brief.person_days && t("consult.personDaysOf", { n: brief.person_days }),
    ],
    [t("consult.money"), money],
    [t("consult.period"), period],
    [t("consult.reasons"), prose("reasons")],
    [t("consult.whom"), question.village ?? t("consult.township")],
    [t("consult.asked"), <DateText key="asked" value={question.asked_at} />],
    [t("consult.due"), question.due_on && <Due key="due" question={question} />],
  ];
  return rows.filter(([, value]) => Boolean(value));
}
