import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { takeStep } from "@/api/steps";
import type { Matter, Progress } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Course, passed } from "@/ui/Course";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { Papers } from "@/ui/Papers";
import { StatusTag } from "@/ui/StatusTag";
import { PeriodText } from "@/ui/text";
import { matterActions, matterHistory, matterOne, matterProgress } from "./queries";
import { MATTER_STEPS } from "./steps";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={matterOne(id)}>{(matter) => <MatterDetail matter={matter} />}</Loaded>;
}

function MatterDetail({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { id, version } = matter;
  const labels = useLabels("matter");
  const history = useQuery(matterHistory(id)).data ?? [];
  return (
    <DetailPage
      title={matter.title}
      status={<StatusTag status={matter.status} label={matter.status_label} />}
      back="/matters"
      where={<Course past={passed(history, labelOf(labels, "pending"))} coming={[]} />}
      may={
        <ActionBar
          actions={matterActions(id)}
          forms={MATTER_STEPS}
          take={(step, body) => takeStep("matters", id, step, { version, ...body })}
        />
      }
      facts={[
        [t("matters.code"), matter.code],
        [t("matters.department"), matter.department],
        [
          t("matters.period"),
          <PeriodText key="period" from={matter.starts_on} to={matter.ends_on} />,
        ],
        [
          t("matters.application"),
          <Link key="application" to={`/applications/${matter.application_id}`}>
            {t("common.view")}
          </Link>,
        ],
        ...(matter.withdrawal_reasons
          ? [[t("step.reasons"), matter.withdrawal_reasons] satisfies [string, string]]
          : []),
      ]}
      papers={<Papers papers={matter.papers} />}
      history={matterHistory(id)}
    >
      <Panel title={t("matters.progress")}>
        {/* Deliveries are carried out in the background: the figures are asked for until all have arrived. */}
        <Loaded
          query={{
            ...matterProgress(id),
            refetchInterval: ({ state }) => (state.data && onTheWay(state.data) ? 3_000 : false),
          }}
        >
          {(progress) => <InVillages progress={progress} matter={id} />}
        </Loaded>
      </Panel>
    </DetailPage>
  );
}

const onTheWay = (progress: Progress) =>
  progress.rows.some((row) => ["waiting", "pending"].includes(row.delivery_status));

function InVillages({ progress, matter }: { progress: Progress; matter: number }) {
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

function Share({ label, n, m }: { label: string; n: number; m: number }) {
  return (
    <p style={{ margin: "0 0 10px" }} data-testid="share">
      {label}
      <span className="bar" aria-hidden="true" style={{ display: "block" }}>
        <i style={{ width: `${m ? (100 * n) / m : 0}%` }} />
      </span>
    </p>
  );
}
