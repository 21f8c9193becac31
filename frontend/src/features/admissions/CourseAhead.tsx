import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formsQuery } from "@/api/forms";
import { labelOf, useLabels } from "@/api/labels";
import { courseOf } from "./useForms";

/** Who will be heard, who decides and how long it may take, before anything is written. */
export function CourseAhead() {
  const { t } = useTranslation();
  const parties = useLabels("party");
  const bodies = useLabels("body");
  const forms = useQuery(formsQuery()).data;
  const type = Form.useWatch("object_type");
  const category = Form.useWatch("category");
  const course = courseOf(forms, type, category);
  if (!course) return null;
  const comma = t("common.comma");
  const heard = course.consult.map((party) => labelOf(parties, party)).join(comma);
  const before = course.bodies.map((body) => labelOf(bodies, body));
  return (
    <ul className="note plainlist" data-testid="course-ahead">
      {heard && <li>{t("fresh.courseHeard", { parties: heard })}</li>}
      <li>{t("fresh.courseDecides", { bodies: before.join(" → "), last: before.at(-1) ?? "" })}</li>
      <li>{t("fresh.courseTotal", { days: course.limits.total_days })}</li>
    </ul>
  );
}

/** What is urgent enters first; it is registered on a page of its own. */
export function UrgentElsewhere() {
  const { t } = useTranslation();
  return (
    <p className="note">
      {t("fresh.urgentOnly")} <Link to="/urgent/new">{t("fresh.urgentLink")}</Link>
    </p>
  );
}
