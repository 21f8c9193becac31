import { useTranslation } from "react-i18next";
import type { HistoryEntry } from "@/api/types";
import { DateText } from "./text";

interface Stage {
  key: string;
  label: string;
  at?: string;
  by?: string;
}

/** The statuses gone through, oldest first, as the history tells them; the latest stay of each counts. */
export function passed(entries: HistoryEntry[], first: string): Stage[] {
  const oldest = [...entries].reverse();
  const stages = new Map<string, Stage>();
  for (const [index, entry] of oldest.entries()) {
    const status = entry.changes.find((change) => change.field === "status");
    const label = status?.new ?? (index === 0 ? first : undefined);
    if (!label) continue;
    stages.delete(label);
    stages.set(label, {
      key: `${entry.at}${label}`,
      label,
      at: entry.at,
      by: entry.organisation || entry.role,
    });
  }
  return [...stages.values()];
}

/** Where it stands: what was passed, with dates and by whom; where it is; what is still to come. */
export function Course({ past, coming }: { past: Stage[]; coming: string[] }) {
  const { t } = useTranslation();
  return (
    <ol className="course" data-testid="course">
      {past.map((stage, index) => {
        const here = index === past.length - 1;
        return (
          <li
            key={stage.key}
            className={here ? "here" : undefined}
            aria-current={here ? "step" : undefined}
          >
            <span className="what">{stage.label}</span>
            <small>
              <DateText value={stage.at} />
              <br />
              {stage.by}
            </small>
          </li>
        );
      })}
      {coming.map((label) => (
        <li key={label} className="coming">
          <span className="what">{label}</span>
          <span className="hidden">{t("detail.coming")}</span>
        </li>
      ))}
    </ol>
  );
}
