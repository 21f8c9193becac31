import { type QueryKey, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { Query } from "@/api/queries";
import type { HistoryEntry } from "@/api/types";
import { HistoryTimeline } from "./HistoryTimeline";
import { Failure, Loading } from "./states";

/** Fetches the thing, then hands it to its page; loading, missing and forbidden are the same everywhere. */
export function Loaded<Data, Err, Key extends QueryKey>(props: {
  query: Query<Data, Err, Key>;
  children: (data: Data) => ReactNode;
}) {
  const found = useQuery(props.query);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} onRetry={() => found.refetch()} />;
  return props.children(found.data);
}

interface Props<Err, Key extends QueryKey> {
  title: string;
  status?: ReactNode;
  /** The list to go back to when the page was opened directly. */
  back: string;
  head?: ReactNode;
  /** Where it stands. */
  where?: ReactNode;
  /** What I may do. */
  may?: ReactNode;
  /** What it is. */
  facts: [label: string, value: ReactNode][];
  papers?: ReactNode;
  /** What comes with it, between its papers and its history. */
  aside?: ReactNode;
  history?: Query<HistoryEntry[], Err, Key>;
  children?: ReactNode;
}

/** The one shape of a detail page: what it is, where it stands, what I may do, what happened, its papers. */
export function DetailPage<Err, Key extends QueryKey>(props: Props<Err, Key>) {
  const { t } = useTranslation();
  return (
    <article>
      <div className="pagehead">
        <h1>{props.title}</h1>
        {props.status}
        <div className="end">
          {props.head}
          <Back to={props.back} />
        </div>
      </div>
      {props.where && <Panel title={t("detail.where")}>{props.where}</Panel>}
      {props.may && <Panel title={t("detail.may")}>{props.may}</Panel>}
      <div className="detail">
        <div>
          <Panel title={t("detail.facts")}>
            <Facts rows={props.facts} />
          </Panel>
          {props.children}
        </div>
        <div>
          {props.papers && <Panel title={t("detail.papers")}>{props.papers}</Panel>}
          {props.aside}
          {props.history && (
            <Panel title={t("detail.history")}>
              <Loaded query={props.history}>
                {(entries) => <HistoryTimeline entries={entries} />}
              </Loaded>
            </Panel>
          )}
        </div>
      </div>
    </article>
  );
}

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Facts({ rows }: { rows: [label: string, value: ReactNode][] }) {
  return (
    <dl className="pairs facts">
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Back to the list as it was filtered; to the plain list when there is nothing to go back to. */
function Back({ to }: { to: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const known = (window.history.state as { idx?: number } | null)?.idx;
  return known ? (
    <Button onClick={() => navigate(-1)}>{t("common.back")}</Button>
  ) : (
    <Link to={to}>{t("common.back")}</Link>
  );
}
