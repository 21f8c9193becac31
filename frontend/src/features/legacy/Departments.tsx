import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PlainTable } from "@/ui/PlainTable";
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
      <PlainTable
        label={t("legacy.progress")}
        head={[
          t("legacy.department"),
          t("legacy.total"),
          t("legacy.done"),
          t("legacy.waiting"),
          t("legacy.firstDue"),
        ]}
      >
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
      </PlainTable>
    </details>
  );
}
