import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { labelOf, useLabels } from "@/api/labels";
import type { Application } from "@/api/types";
import { Clocks } from "@/ui/Clocks";
import { Course, passed } from "@/ui/Course";
import { comingAfter } from "./course";
import { applicationHistory } from "./queries";
import { Defects } from "./Returned";

/** Where it stands: its own course with dates, and the limits that run. */
export function Where({ application }: { application: Application }) {
  const { t } = useTranslation();
  const labels = useLabels("application");
  const history = useQuery(applicationHistory(application.id)).data ?? [];
  // Nobody can know yet what will be decided.
  const named = (stage: string) =>
    stage === "approved" ? t("applications.decided") : labelOf(labels, stage);
  return (
    <>
      <Course
        past={passed(history, labelOf(labels, "draft"))}
        coming={labels.length > 0 ? comingAfter(application).map(named) : []}
      />
      {application.corrections > 0 && (
        <section aria-label={t("applications.corrected")} className="clockpart">
          <h3>{t("applications.corrected")}</h3>
          <Defects of={application} />
        </section>
      )}
      {application.clocks.length > 0 && (
        <section aria-label={t("clock.title")} className="clockpart">
          <h3>{t("clock.title")}</h3>
          <Clocks clocks={application.clocks} />
        </section>
      )}
    </>
  );
}
