import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formsQuery } from "@/api/forms";
import { labelOf, useLabels } from "@/api/labels";
import type { Application } from "@/api/types";
import { courseOf } from "./useForms";

/** Who is heard without being named: the county's parameters say so. */
export function HeardByDefault({ application }: { application: Application }) {
  const { t } = useTranslation();
  const labels = useLabels("party");
  const forms = useQuery(formsQuery()).data;
  const course = courseOf(forms, application.object_type, application.category);
  if (!course || course.consult.length === 0) return null;
  const parties = course.consult.map((party) => labelOf(labels, party)).join(t("common.comma"));
  return <p className="note">{t("step.heard", { parties })}</p>;
}
