import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { isOfOffice } from "@/api/roles";
import type { Matter, Opinion } from "@/api/types";
import { Facts, Panel } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { ReplyBox } from "@/ui/ReplyBox";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Prose } from "@/ui/text";

/** Whether there is anything to say about its leaving. */
export const isLeaving = (matter: Matter) =>
  Boolean(matter.withdrawal_reasons || matter.completion_report || matter.objections.length);

/** Why it leaves, what is settled with it, and what each village says to that. */
export function WithdrawalPanel({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("matters.withdrawal")}>
      <Facts
        rows={[
          [t("matters.ground"), matter.withdrawal_ground_label || "—"],
          [t("matters.reasons"), <Prose key="why" text={matter.withdrawal_reasons} />],
          [t("matters.report"), <Prose key="report" text={matter.completion_report} />],
          [t("matters.settlement"), <Prose key="settled" text={matter.settlement} />],
          [t("matters.closures"), <Prose key="closed" text={matter.closures} />],
          ...(matter.objections.length > 0
            ? [
                [t("matters.objectionsUntil"), <Term key="term" matter={matter} />] satisfies [
                  string,
                  React.ReactNode,
                ],
              ]
            : []),
        ]}
      />
      {matter.objections.length > 0 && <Objections matter={matter} />}
    </Panel>
  );
}

function Term({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  if (!matter.objections_until) return <>{t("matters.noCalendar")}</>;
  return matter.status === "withdrawing" ? (
    <DueDate value={matter.objections_until} />
  ) : (
    <DateText value={matter.objections_until} />
  );
}

function Objections({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { objections } = matter;
  const answered = objections.filter(({ answered_at }) => answered_at).length;
  const open = objections.filter(({ position, reply }) => position === "objection" && !reply);
  return (
    <>
      <h3 style={{ marginTop: 14 }}>
        {t("matters.villagesSay", { n: answered, m: objections.length })}
        {open.length > 0 && (
          <span className="tag tag-bad" style={{ marginInlineStart: 8 }}>
            {t("matters.openObjections", { count: open.length })}
          </span>
        )}
      </h3>
      <ul className="cards says">
        {[...objections].sort(urgentFirst).map((one) => (
          <Voice key={one.id} opinion={one} mayReply={matter.status === "withdrawing"} />
        ))}
      </ul>
    </>
  );
}

const rank = ({ position, reply }: Opinion) =>
  position === "objection" ? (reply ? 1 : 0) : position ? 2 : 3;
const urgentFirst = (a: Opinion, b: Opinion) => rank(a) - rank(b) || a.id - b.id;

/** One village's position; an objection has room for the office's answer. */
function Voice({ opinion, mayReply }: { opinion: Opinion; mayReply: boolean }) {
  const { t } = useTranslation();
  const office = isOfOffice(useMe().role);
  const { who, position, position_label, text, reply, answered_at } = opinion;
  const owes = mayReply && office && position === "objection" && !reply;
  return (
    <li>
      <strong>{who}</strong>{" "}
      {position ? (
        <StatusTag status={position} label={position_label} />
      ) : (
        <span className="muted">{t("matters.notYet")}</span>
      )}{" "}
      {answered_at && (
        <span className="muted">
          <DateText value={answered_at} />
        </span>
      )}
      {text && <p className="prose">{text}</p>}
      {reply && (
        <p className="prose">
          <strong>{t("matters.reply")}</strong> {reply}
        </p>
      )}
      {owes && <ReplyBox opinion={opinion} />}
    </li>
  );
}
