import { useTranslation } from "react-i18next";
import type { Acknowledgement, Edition } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { PlainTable } from "@/ui/PlainTable";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { acknowledgementsOf } from "./queries";

/** Who has taken note of the edition, and who is late: those first. */
export function NotedPanel({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("lists.taken")}>
      <Loaded query={acknowledgementsOf(edition.id)}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{t("lists.nobodyAsked")}</p>
          ) : (
            <Noted rows={rows} />
          )
        }
      </Loaded>
    </Panel>
  );
}

const rank = ({ overdue, done_at }: Acknowledgement) => (overdue ? 0 : done_at ? 2 : 1);

function Noted({ rows }: { rows: Acknowledgement[] }) {
  const { t } = useTranslation();
  const done = rows.filter(({ done_at }) => done_at).length;
  const overdue = rows.filter((one) => one.overdue).length;
  return (
    <>
      <p role="status" data-testid="noted">
        {t("lists.takenOf", { done, count: rows.length })}
        {overdue > 0 && (
          <>
            {" "}
            <StatusTag status="failed" label={t("lists.overdue", { count: overdue })} />
          </>
        )}
      </p>
      <PlainTable
        label={t("lists.taken")}
        look="tall"
        head={[t("lists.who"), t("lists.noteBy"), t("lists.takenAt")]}
      >
        {[...rows]
          .sort((one, other) => rank(one) - rank(other))
          .map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.who}</th>
              <td>
                <DateText value={one.due_on} />
              </td>
              <td>
                {one.overdue ? (
                  <StatusTag status="failed" label={t("lists.late")} />
                ) : (
                  <DateText value={one.done_at} time />
                )}
              </td>
            </tr>
          ))}
      </PlainTable>
    </>
  );
}
