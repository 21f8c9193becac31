import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useMe } from "@/api/me";
import { takeStep } from "@/api/steps";
import type { Meeting } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, day } from "@/ui/text";
import { Items } from "./Items";
import { mayConvene, mayRecord } from "./people";
import { meetingActions, meetingHistory, meetingOne } from "./queries";
import { MEETING_STEPS } from "./steps";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={meetingOne(id)}>{(meeting) => <MeetingDetail meeting={meeting} />}</Loaded>;
}

/** The agenda of a meeting that is planned, the record of one that was held. */
function MeetingDetail({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { id, version, held_on, body_label } = meeting;
  return (
    <DetailPage
      title={t("meetings.named", { body: body_label, date: day(held_on) })}
      status={<StatusTag status={meeting.status} label={meeting.status_label} />}
      back="/meetings"
      head={<Link to={`/meetings/${id}/agenda`}>{t("meetings.print")}</Link>}
      may={
        meeting.status === "planned" ? (
          <>
            <Acts meeting={meeting} />
            <ActionBar
              actions={meetingActions(id)}
              forms={MEETING_STEPS}
              take={(step, said) => takeStep("meetings", id, step, { version, ...said })}
            />
          </>
        ) : undefined
      }
      facts={[
        [t("meetings.meeting"), body_label],
        [t("meetings.heldOn"), <DateText key="on" value={held_on} />],
        [t("meetings.number"), meeting.number || "—"],
        [t("meetings.items"), t("meetings.itemCount", { count: meeting.items.length })],
      ]}
      history={meetingHistory(id)}
    >
      <Panel title={t(meeting.status === "held" ? "meetings.minutes" : "meetings.agenda")}>
        <Items items={meeting.items} held={meeting.status === "held"} />
      </Panel>
    </DetailPage>
  );
}

/** What is not a step of its own: the agenda in another order, and the record. */
function Acts({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <p className="goto">
      {mayRecord(role) && meeting.items.length > 0 && (
        <Link
          className="actlink"
          data-testid="record-meeting"
          to={`/meetings/${meeting.id}/record`}
        >
          {t("meetings.record")}
        </Link>
      )}
      {mayConvene(role) && (
        <Link to={`/meetings/${meeting.id}/edit`}>{t("meetings.rearrange")}</Link>
      )}
    </p>
  );
}
