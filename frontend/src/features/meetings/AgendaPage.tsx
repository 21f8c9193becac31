import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { AgendaItem, Meeting } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { PlainTable } from "@/ui/PlainTable";
import { day } from "@/ui/text";
import { meetingOne } from "./queries";

/** The agenda on paper: what lies before the meeting, what the office recommends, room for the outcome. */
export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={meetingOne(id)}>{(meeting) => <Sheet meeting={meeting} />}</Loaded>;
}

function Sheet({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="pagehead noprint">
        <div className="end">
          <Button type="primary" onClick={() => window.print()}>
            {t("meetings.printNow")}
          </Button>
          <Link to={`/meetings/${meeting.id}`}>{t("meetings.back")}</Link>
        </div>
      </div>
      <article className="agendasheet">
        <h1>
          {t(meeting.status === "held" ? "meetings.sheetHeld" : "meetings.sheet", {
            body: meeting.body_label,
          })}
        </h1>
        <p>
          {t("meetings.sheetHead", {
            date: day(meeting.held_on),
            number: meeting.number || "　　　　",
            count: meeting.items.length,
          })}
        </p>
        <PlainTable
          label={t("meetings.agenda")}
          head={[
            t("meetings.place"),
            t("meetings.item"),
            t("meetings.department"),
            t("meetings.recommendation"),
            t("meetings.result"),
          ]}
        >
          {meeting.items.map((item) => (
            <tr key={item.id}>
              <td className="num">{item.position}</td>
              <td>
                {item.title}
                <div className="muted">
                  {item.kind_label} · {item.category_label}
                </div>
              </td>
              <td>{item.department}</td>
              <td className="prose">{item.recommendation}</td>
              <td className="prose">{resultOf(item)}</td>
            </tr>
          ))}
        </PlainTable>
      </article>
    </>
  );
}

const resultOf = ({ outcome_label, reasons, conditions }: AgendaItem) =>
  [outcome_label, reasons, ...conditions].filter(Boolean).join("\n");
