import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { AgendaItem, Meeting } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
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
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="scroll" aria-label={t("meetings.agenda")} tabIndex={0}>
          <table className="plaintable bordered">
            <thead>
              <tr>
                <th scope="col">{t("meetings.place")}</th>
                <th scope="col">{t("meetings.item")}</th>
                <th scope="col">{t("meetings.department")}</th>
                <th scope="col">{t("meetings.recommendation")}</th>
                <th scope="col">{t("meetings.result")}</th>
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </section>
      </article>
    </>
  );
}

const resultOf = ({ outcome_label, reasons, conditions }: AgendaItem) =>
  [outcome_label, reasons, ...conditions].filter(Boolean).join("\n");
