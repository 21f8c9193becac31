import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Progress } from "@/api/types";
import { PlainTable } from "@/ui/PlainTable";
import { StatusTag } from "@/ui/StatusTag";
import { Share } from "./Share";

export const onTheWay = (progress: Progress) =>
  progress.rows.some((row) => ["waiting", "pending"].includes(row.delivery_status));

/** How far the matter has come: n of m townships, n of m villages, then township by township. */
export function InVillages({ progress, matter }: { progress: Progress; matter: number }) {
  const { t } = useTranslation();
  const { townships, townships_done, villages, notified, confirmed, rows } = progress;
  return (
    <>
      <Share
        label={t("matters.townshipsOf", { n: townships_done, m: townships })}
        n={townships_done}
        m={townships}
      />
      <Share
        label={t("matters.notifiedOf", { n: notified, m: villages })}
        n={notified}
        m={villages}
      />
      <Share
        label={t("matters.confirmedOf", { n: confirmed, m: villages })}
        n={confirmed}
        m={villages}
      />
      <PlainTable
        label={t("matters.progress")}
        look="plain"
        head={[
          t("matters.township"),
          t("matters.villages"),
          t("matters.notified"),
          t("matters.confirmedShort"),
          t("matters.completed"),
          t("matters.closed"),
          t("matters.delivery"),
        ]}
      >
        {rows.map((row) => (
          <tr key={`${row.township}${row.delivery}`}>
            <th scope="row">{row.township}</th>
            <td className="num">{row.villages}</td>
            <td className="num">{row.notified}</td>
            <td className="num">{row.confirmed}</td>
            <td className="num">{row.completed}</td>
            <td className="num">{row.closed}</td>
            <td>
              <StatusTag status={row.delivery_status} label={row.delivery_status_label} />
              {row.delivery_error && <div className="muted">{row.delivery_error}</div>}
            </td>
          </tr>
        ))}
      </PlainTable>
      <p>
        <Link to={`/placements?matter=${matter}`}>{t("board.rows")}</Link>
      </p>
    </>
  );
}
