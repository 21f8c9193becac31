import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { isOfDepartment } from "@/api/roles";
import type { RefusalCaseRow } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { useDepartmentFilter } from "@/ui/useDepartmentFilter";
import { refusalList } from "./queries";

/** What villages have refused, and what became of it. */
export function Component() {
  const { t } = useTranslation();
  const statuses = useLabels("refusal");
  const departments = useDepartmentFilter(t("refusals.department"));
  const own = isOfDepartment(useMe().role);
  const columns: Column<RefusalCaseRow>[] = [
    { key: "demand", title: t("refusals.demand"), render: (row) => row.demand },
    { key: "department", title: t("refusals.department"), render: (row) => row.department },
    {
      key: "village",
      title: t("refusals.village"),
      render: (row) =>
        [row.township, row.village].filter(unmasked).join(" ") || t("refusals.hidden"),
      width: 170,
    },
    statusColumn(t("refusals.status"), { ordering: "status", width: 170 }),
    {
      key: "filed",
      title: t("refusals.filed"),
      render: (row) => <DateText value={row.filed_at} />,
      ordering: "filed_at",
      width: 140,
    },
    {
      key: "due",
      title: t("refusals.due"),
      render: (row) =>
        row.status === "filed" ? <DueDate value={row.due_on} /> : <DateText value={row.due_on} />,
      ordering: "due_on",
      width: 180,
    },
  ];
  return (
    <ListPage
      name="refusals"
      title={t("refusals.title")}
      query={refusalList}
      exports="/api/refusals/export"
      columns={own ? columns.filter(({ key }) => key !== "department") : columns}
      rowKey={(row) => row.id}
      href={(row) => `/refusals/${row.id}`}
      filters={[{ name: "status", label: t("refusals.status"), options: statuses }, ...departments]}
    >
      <p className="muted">{t("refusals.note")}</p>
    </ListPage>
  );
}

/** The server puts stars where the village does not wish to be named. */
const unmasked = (name: string) => name !== "" && !/^[＊*]+$/.test(name);
