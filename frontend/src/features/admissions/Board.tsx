import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Opinion } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { ReplyBox } from "@/ui/ReplyBox";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Prose } from "@/ui/text";
import { applicationOpinions } from "./queries";

const OFFICE = ["social_work_clerk", "social_work_head"];
/** While the review is open, an objection can be answered. */
const OPEN = ["accepted", "first_reviewed"];

interface Props {
  application: { id: number; status: string };
}

/** The consultation board: who was asked, what each has said, who is silent, what the office replied. */
export function Board({ application }: Props) {
  const { t } = useTranslation();
  const open = OPEN.includes(application.status);
  return (
    <Loaded query={applicationOpinions(application.id)}>
      {(opinions) =>
        opinions.length > 0 || open ? (
          <Panel title={t("opinion.board")}>
            <Asked opinions={opinions} open={open} />
          </Panel>
        ) : null
      }
    </Loaded>
  );
}

const isUnreplied = ({ position, reply }: Opinion) => position === "objection" && !reply;

/** Objections first, then what is awaited, then the rest: what must be seen to stands on top. */
const urgency = (opinion: Opinion) =>
  isUnreplied(opinion) ? 0 : opinion.position === "objection" ? 1 : opinion.answered_at ? 3 : 2;

function Asked({ opinions, open }: { opinions: Opinion[]; open: boolean }) {
  const { t } = useTranslation();
  const answered = opinions.filter(({ answered_at }) => answered_at).length;
  const unreplied = opinions.filter(isUnreplied).length;
  if (opinions.length === 0) return <p className="muted">{t("opinion.noneAsked")}</p>;
  const ordered = [...opinions].sort((a, b) => urgency(a) - urgency(b));
  return (
    <>
      <p role="status">
        {t("opinion.boardCount", { n: answered, m: opinions.length })}
        {unreplied > 0 && open && (
          <strong className="savebad">
            {" · "}
            {t("opinion.objections", { count: unreplied })}
          </strong>
        )}
      </p>
      {unreplied > 0 && open && <p className="muted">{t("opinion.unreplied")}</p>}
      <ul className="board" data-testid="board">
        {ordered.map((opinion) => (
          <Voice key={opinion.id} opinion={opinion} open={open} />
        ))}
      </ul>
    </>
  );
}

function Voice({ opinion, open }: { opinion: Opinion; open: boolean }) {
  const { t } = useTranslation();
  const { role } = useMe();
  const mayReply = open && OFFICE.includes(role) && isUnreplied(opinion);
  return (
    <li data-testid={`opinion-${opinion.id}`}>
      <div className="voice">
        <strong>{opinion.who}</strong>
        <span className="muted">{opinion.party_label}</span>
        <Position opinion={opinion} />
        {opinion.answered_at && !opinion.silent && (
          <span className="muted">
            <DateText value={opinion.answered_at} />
          </span>
        )}
      </div>
      {opinion.text && <Prose text={opinion.text} />}
      {opinion.reply && (
        <div className="reply">
          <strong>{t("opinion.reply")}</strong> <Prose text={opinion.reply} />
        </div>
      )}
      {mayReply && <ReplyBox opinion={opinion} />}
    </li>
  );
}

function Position({ opinion }: { opinion: Opinion }) {
  const { t } = useTranslation();
  if (opinion.silent) return <StatusTag status="silent" label={t("opinion.silent")} />;
  if (opinion.position) {
    return <StatusTag status={opinion.position} label={opinion.position_label} />;
  }
  return (
    <>
      <StatusTag status="pending" label={t("opinion.waiting")} />
      <DueDate value={opinion.due_on} />
    </>
  );
}
