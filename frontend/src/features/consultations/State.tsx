import { useTranslation } from "react-i18next";
import type { Consultation } from "@/api/types";
import { DaysLeft } from "@/ui/DueDate";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";

/** Whether it is answered, and how. */
export function State({ question }: { question: Consultation }) {
  const { t } = useTranslation();
  if (question.silent) return <StatusTag status="silent" label={t("consult.silent")} />;
  if (question.answered_at) {
    return <StatusTag status={question.position} label={question.position_label} />;
  }
  return <StatusTag status="pending" label={t("consult.open")} />;
}

/** By when, with the working days that are left as the server counts them. */
export function Due({ question }: { question: Consultation }) {
  return (
    <span className="due">
      <DateText value={question.due_on} />{" "}
      {question.days_left !== null && <DaysLeft n={question.days_left} />}
    </span>
  );
}
