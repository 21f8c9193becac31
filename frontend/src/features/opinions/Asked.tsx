import { useTranslation } from "react-i18next";
import type { OpinionAsked } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { AnswerForm } from "./AnswerForm";
import { Brief } from "./Brief";

/** One request for an opinion: what it is about, by when, and the answer. */
export function Asked({ opinion, open }: { opinion: OpinionAsked; open: boolean }) {
  const { t } = useTranslation();
  const { id, title, purpose_label, position, position_label, text, reply, silent } = opinion;
  return (
    <li id={`opinion-${id}`} className="anchored" data-testid={`opinion-${id}`}>
      <span className="first">{title}</span>
      <div>
        <span className="tag tag-still">{purpose_label}</span>{" "}
        {position ? (
          <>
            <StatusTag status={silent ? "silent" : position} label={position_label} />{" "}
            <DateText value={opinion.answered_at} />
          </>
        ) : (
          <>
            {t("opinions.due")} <DueDate value={opinion.due_on} />
          </>
        )}
      </div>
      {silent && <p className="muted">{t("opinions.silent")}</p>}
      {text && <p className="prose">{text}</p>}
      {reply && (
        <p className="prose">
          <strong>{t("opinions.reply")}</strong> {reply}
        </p>
      )}
      <details open={open}>
        <summary>{t("opinions.brief")}</summary>
        <Brief opinion={opinion} />
        {!opinion.answered_at && <AnswerForm opinion={opinion} />}
      </details>
    </li>
  );
}
