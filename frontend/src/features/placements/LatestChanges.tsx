import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PlacementRow } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";
import { day } from "@/ui/text";
import { Provisional } from "./Provisional";
import { newestAdded, newestRemoved } from "./queries";

/** What came and what went, side by side and in the same size: what was removed is read as easily as what was added. */
export function LatestChanges() {
  const { t } = useTranslation();
  const added = useQuery(newestAdded()).data?.items ?? [];
  const removed = useQuery(newestRemoved()).data?.items ?? [];
  if (added.length + removed.length === 0) return null;
  return (
    <section className="latest" aria-label={t("placing.latest")}>
      <Side
        title={t("placing.added")}
        sign="+"
        none={t("placing.noneAdded")}
        rows={added.filter(({ status }) => status !== "closed")}
        say={(row) =>
          t("placing.addedOn", { date: day(row.notified_at), number: row.document_number })
        }
        more={<Link to="/placements?status=notified">{t("placing.allAdded")}</Link>}
      />
      <Side
        title={t("placing.removed")}
        sign="−"
        none={t("placing.noneRemoved")}
        rows={removed}
        say={(row) =>
          row.closed_at &&
          t("placing.removedOn", { date: day(row.closed_at), number: row.closing_number })
        }
        more={
          <Link to="/placements?status=closed&ordering=-closed_at">{t("placing.allRemoved")}</Link>
        }
      />
    </section>
  );
}

interface Props {
  title: string;
  sign: string;
  none: string;
  rows: PlacementRow[];
  say: (row: PlacementRow) => ReactNode;
  more: ReactNode;
}

function Side({ title, sign, none, rows, say, more }: Props) {
  return (
    <section className="panel" aria-label={title}>
      <h2>
        <span aria-hidden="true">{sign}</span> {title}
      </h2>
      {rows.length === 0 && <p className="muted">{none}</p>}
      <ul className="plainrows">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/placements/${row.id}`}>{row.title}</Link>{" "}
            <StatusTag status={row.status} label={row.status_label} /> <Provisional of={row} />
            <div className="muted">
              {row.village} · {say(row)}
            </div>
          </li>
        ))}
      </ul>
      {rows.length > 0 && more}
    </section>
  );
}
