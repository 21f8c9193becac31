import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Expiry } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { StatusTag } from "@/ui/StatusTag";

/** The list of matters with all that fall on or before that day for that reason. */
export function hrefOf({ kind, on }: Expiry): string {
  if (kind === "review") return `/matters?review_before=${on}&ordering=review_on`;
  const statuses = { ends: "in_force", urgent_end: "provisional" } as const;
  if (kind === "ends" || kind === "urgent_end") {
    return `/matters?status=${statuses[kind]}&ends_before=${on}&ordering=ends_on`;
  }
  return `/matters?status=${kind === "objections" ? "withdrawing" : "legacy"}`;
}

/** Day by day, each with what falls on it. */
export function ExpiryList({ days }: { days: Map<string, Expiry[]> }) {
  const { t } = useTranslation();
  if (days.size === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("expiries.none")} />;
  }
  return (
    <ol className="daylist">
      {[...days].map(([date, found]) => (
        <li key={date}>
          <h3>
            <DueDate value={date} />
          </h3>
          {found.map((one) => (
            <Reason key={one.kind} expiry={one} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Reason({ expiry }: { expiry: Expiry }) {
  const { t } = useTranslation();
  const { kind, count, items } = expiry;
  return (
    <div className={`what kind-${kind}`}>
      <strong>{t("expiries.counted", { kind: t(`expiries.kind.${kind}`), count })}</strong>
      <ul className="plainlist">
        {items.map(({ id, title, department, status, status_label }) => (
          <li key={id}>
            <Link to={`/matters/${id}`}>{title}</Link> <span className="muted">{department}</span>{" "}
            <StatusTag status={status} label={status_label} />
          </li>
        ))}
      </ul>
      {count > items.length && <Link to={hrefOf(expiry)}>{t("expiries.all", { count })}</Link>}
    </div>
  );
}
