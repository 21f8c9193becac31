import { useTranslation } from "react-i18next";
import { labelOf, useLabels } from "@/api/labels";
import type { DepartmentDuties as Found } from "@/api/types";
import { DutyTable } from "./DutyTable";
import { columnsOf } from "./duty-columns";
import { KINDS } from "./queries";

/** A table for each list: its entries down, its editions across. */
export function DepartmentDuties({ duties }: { duties: Found }) {
  const { t } = useTranslation();
  const kinds = useLabels("list");
  if (duties.rows.length === 0) {
    return <p className="panel muted">{t("lists.noDuties", { department: duties.department })}</p>;
  }
  return KINDS.map((kind) => {
    const rows = duties.rows.filter((row) => row.kind === kind);
    if (rows.length === 0) return null;
    return (
      <section key={kind} className="panel" aria-label={labelOf(kinds, kind)}>
        <h2>{labelOf(kinds, kind)}</h2>
        <DutyTable
          label={labelOf(kinds, kind)}
          rows={rows}
          editions={columnsOf(duties.editions, kind)}
        />
      </section>
    );
  });
}
