import { useTranslation } from "react-i18next";
import type { HistoryEntry } from "@/api/types";
import { BeforeAfter } from "./BeforeAfter";
import { DateText, moment } from "./text";

/** What happened, newest first: who, in which role, when, why, and each field before and after. */
export function HistoryTimeline({ entries }: { entries: HistoryEntry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <p className="muted">{t("common.emptyYet")}</p>;
  return (
    <ol className="timeline" data-testid="history">
      {entries.map((entry) => (
        <li key={`${entry.at}${entry.reason}`}>
          <p>
            <strong>{entry.reason}</strong>
          </p>
          <p className="muted">
            <DateText value={entry.at} time /> {entry.organisation} {entry.by}
            {entry.role && `（${entry.role}）`}
          </p>
          {entry.changes.length > 0 && <BeforeAfter changes={entry.changes.map(asChange)} />}
        </li>
      ))}
    </ol>
  );
}

/** Instants come as the database writes them; a reader wants Beijing's minutes. */
const INSTANT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d+)?\+\d{2}:\d{2}$/;
const told = (value: string) => (INSTANT.test(value) ? moment(value.replace(" ", "T")) : value);

const asChange = ({ field, label, old, new: now }: HistoryEntry["changes"][number]) => ({
  key: field,
  label,
  old: told(old),
  new: told(now),
});
