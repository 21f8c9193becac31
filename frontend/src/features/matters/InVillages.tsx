import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Progress } from "@/api/types";
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={t("matters.progress")} tabIndex={0}>
        <table className="plaintable">
          <thead>
            <tr>
              <th scope="col">{t("matters.township")}</th>
              <th scope="col">{t("matters.villages")}</th>
              <th scope="col">{t("matters.notified")}</th>
              <th scope="col">{t("matters.confirmedShort")}</th>
              <th scope="col">{t("matters.completed")}</th>
              <th scope="col">{t("matters.closed")}</th>
              <th scope="col">{t("matters.delivery")}</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </section>
      <p>
        <Link to={`/placements?matter=${matter}`}>{t("board.rows")}</Link>
      </p>
    </>
  );
}
