import { useTranslation } from "react-i18next";
import { formsQuery } from "@/api/forms";
import { labelOf, useLabels } from "@/api/labels";
import { Loaded } from "@/ui/DetailPage";
import { PlainTable } from "@/ui/PlainTable";

/** Who is heard and who decides on a new matter, for each type of object and each category. */
export function CourseTable() {
  const { t } = useTranslation();
  const bodies = useLabels("body");
  const parties = useLabels("party");
  return (
    <Loaded query={formsQuery()}>
      {({ forms }) => (
        <PlainTable
          label={t("configuration.courseTable")}
          head={[
            t("configuration.objectType"),
            ...(forms[0]?.courses ?? []).map(({ label }) => label),
          ]}
        >
          {forms.map(({ object_type, label, courses }) => (
            <tr key={object_type}>
              <th scope="row">{label}</th>
              {courses.map(({ category, course }) => (
                <td key={category}>
                  {course.bodies.map((body) => labelOf(bodies, body)).join(" → ")}
                  <div className="muted">
                    {t("configuration.inDays", { n: course.limits.total_days })}
                    {" · "}
                    {course.consult.length
                      ? t("configuration.heard", {
                          who: course.consult
                            .map((party) => labelOf(parties, party))
                            .join(t("common.comma")),
                        })
                      : t("configuration.nobodyHeard")}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </PlainTable>
      )}
    </Loaded>
  );
}
