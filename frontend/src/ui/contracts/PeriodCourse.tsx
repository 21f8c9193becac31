import { useTranslation } from "react-i18next";
import { periodHistory } from "@/api/contracts";
import { labelOf, useLabels } from "@/api/labels";
import type { AcceptancePeriod } from "@/api/types";
import { Course, passed } from "@/ui/Course";
import { Loaded } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";

/** Without a dispute a period goes this way. */
const WAY = ["planned", "reported", "assessed", "agreed", "panel_signed", "accepted"];
const IN_DISPUTE = ["defended", "answered", "at_township", "proposed", "at_county"];
const OVER = ["accepted", "partly", "not_accepted", "cancelled"];

/** What is still to come; out of a dispute the way leads back to what both agree on. */
export function comingOf(status: string): string[] {
  if (OVER.includes(status)) return [];
  if (status === "remedy") return WAY.slice(1);
  const here = IN_DISPUTE.includes(status) ? WAY.indexOf("assessed") : WAY.indexOf(status);
  return WAY.slice(here + 1);
}

/** Reported, assessed, agreed on, accepted: how far this period is, with dates and by whom. */
export function PeriodCourse({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const labels = useLabels("period");
  return (
    <>
      <Loaded query={periodHistory(period.id)}>
        {(history) => (
          <Course
            past={passed(history, labelOf(labels, "planned") || period.status_label)}
            coming={comingOf(period.status).flatMap((status) => labelOf(labels, status) || [])}
          />
        )}
      </Loaded>
      {period.due_on && (
        <p>
          {t("assess.due")} <DueDate value={period.due_on} />
        </p>
      )}
    </>
  );
}
