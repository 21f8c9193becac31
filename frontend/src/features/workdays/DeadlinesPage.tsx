import { useQuery } from "@tanstack/react-query";
import { Empty, Pagination } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Clock } from "@/api/types";
import { DaysLeft } from "@/ui/DueDate";
import { Failure, Loading } from "@/ui/states";
import { DateText, day } from "@/ui/text";
import { FeedPanel } from "./FeedPanel";
import { myClocks } from "./queries";
import { inTurn, pageOf } from "./turns";

const SIZE = 50;

/** My deadlines: what is overdue, what is due, what stands still; and a feed for one's own calendar. */
export function Component() {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const found = useQuery(myClocks(SIZE, (page - 1) * SIZE));
  return (
    <>
      <div className="pagehead">
        <h1>{t("deadlines.title")}</h1>
      </div>
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.items.length === 0 && (
        <section className="panel">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("deadlines.none")} />
        </section>
      )}
      {found.data &&
        inTurn(found.data.items).map(({ turn, clocks }) => (
          <section key={turn} className="panel" aria-label={t(`deadlines.turn.${turn}`)}>
            <h2>
              {t(`deadlines.turn.${turn}`)} <span className="muted">{clocks.length}</span>
            </h2>
            <ul className="cards">
              {clocks.map((clock) => (
                <Deadline key={clock.id} clock={clock} />
              ))}
            </ul>
          </section>
        ))}
      {found.data && found.data.total > SIZE && (
        <Pagination current={page} pageSize={SIZE} total={found.data.total} onChange={setPage} />
      )}
      <FeedPanel />
    </>
  );
}

function Deadline({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const href = pageOf(clock);
  const { left, paused, pauses, due_on, warning } = clock;
  const unit = t(clock.unit === "working" ? "clock.workdays" : "clock.days");
  const open = pauses.find(({ to_on }) => to_on === null);
  return (
    <li>
      <span className="first">{href ? <Link to={href}>{clock.title}</Link> : clock.title}</span>
      <strong>{clock.label}</strong>{" "}
      {paused
        ? left !== null && (
            <span className="tag tag-still">{t("clock.paused", { n: left, unit })}</span>
          )
        : left !== null && <DaysLeft n={left} unit={unit} />}
      <div className="muted">
        {due_on && (
          <>
            {t("deadlines.due")} <DateText value={due_on} /> ·{" "}
          </>
        )}
        {t("clock.limit", {
          n: clock.limit,
          unit,
          from: day(clock.started_on),
        })}
      </div>
      {open && (
        <div className="muted">
          {t("deadlines.stopped", { reason: open.label, from: day(open.from_on) })}
        </div>
      )}
      {warning && <div className="warned">{warning}</div>}
    </li>
  );
}
