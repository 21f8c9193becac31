import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateText } from "@/ui/text";
import { legacyDepartments } from "./queries";

/** How far each department is; nothing while there is nothing to tell. */
export function Departments() {
  const { t } = useTranslation();
  const found = useQuery(legacyDepartments()).data ?? [];
  if (found.length === 0) return null;
  return (
    <details className="panel">
      <summary>{t("legacy.byDepartment", { count: found.length })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={t("legacy.progress")} tabIndex={0}>
        <table className="plaintable bordered">
          <thead>
            <tr>
              <th scope="col">{t("legacy.department")}</th>
              <th scope="col">{t("legacy.total")}</th>
              <th scope="col">{t("legacy.done")}</th>
              <th scope="col">{t("legacy.waiting")}</th>
              <th scope="col">{t("legacy.firstDue")}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.department_id}>
                <th scope="row">
                  <Link to={`/legacy?department=${one.department_id}`}>{one.department}</Link>
                </th>
                <td>{one.total}</td>
                <td>{one.total - one.waiting}</td>
                <td>{one.waiting}</td>
                <td>
                  <DateText value={one.readmit_by} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
