import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { isOfDepartment, isOfOffice } from "@/api/roles";
import type { LegacyRow } from "@/api/types";
import { DaysLeft } from "@/ui/DueDate";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { Readmit } from "@/ui/Readmit";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { useDepartmentFilter } from "@/ui/useDepartmentFilter";
import { Departments } from "./Departments";
import { legacyList } from "./queries";

/** What villages carried before this system, and how long it may wait for its admission. */
export function Component() {
  const { t } = useTranslation();
  const { role } = useMe();
  const navigate = useNavigate();
  const statuses = useLabels("matter");
  const departments = useDepartmentFilter(t("legacy.department"));
  const own = isOfDepartment(role);
  const status = (value: string) => ({ value, label: labelOf(statuses, value) });
  return (
    <ListPage
      name="legacy"
      title={t("legacy.title")}
      query={legacyList}
      columns={useColumnsOfLegacy(own)}
      rowKey={(row) => row.id}
      href={(row) => `/matters/${row.id}`}
      filters={[
        {
          name: "status",
          label: t("legacy.status"),
          options: ["legacy", "superseded", "written_off"].map(status),
        },
        ...departments,
      ]}
      actions={
        isOfOffice(role) && (
          <Button type="primary" data-testid="import" onClick={() => navigate("/legacy/import")}>
            {t("legacy.import")}
          </Button>
        )
      }
    >
      <p>{t(own ? "legacy.ownHint" : "legacy.hint")}</p>
      {!own && <Departments />}
    </ListPage>
  );
}

function useColumnsOfLegacy(own: boolean): Column<LegacyRow>[] {
  const { t } = useTranslation();
  return [
    { key: "title", title: t("legacy.name"), render: (row) => row.title, ordering: "title" },
    { key: "code", title: t("legacy.code"), render: (row) => row.code, extra: true },
    {
      key: "department",
      title: t("legacy.department"),
      render: (row) => row.department,
      ordering: "department",
      width: 170,
      extra: own,
    },
    { key: "type", title: t("legacy.type"), render: (row) => row.object_type_label, extra: true },
    {
      key: "villages",
      title: t("legacy.villages"),
      render: (row) => t("legacy.villagesCount", { count: row.villages }),
      width: 130,
    },
    {
      key: "term",
      title: t("legacy.readmitBy"),
      render: (row) => <Term row={row} />,
      ordering: "readmit_by",
      width: 230,
    },
    statusColumn(t("legacy.status"), { ordering: "status", width: 150 }),
    {
      key: "application",
      title: t("legacy.application"),
      render: (row) => <Anew row={row} own={own} />,
      width: 150,
    },
  ];
}

/** Until when; for what has been admitted anew it no longer matters. */
function Term({ row }: { row: LegacyRow }) {
  const { t } = useTranslation();
  if (row.status !== "legacy") return <span className="muted">—</span>;
  return (
    <span className="due">
      <DateText value={row.readmit_by} /> <DaysLeft n={row.days_left} unit={t("legacy.days")} />
    </span>
  );
}

/** The application in its place: to be begun by its department, or under way. */
function Anew({ row, own }: { row: LegacyRow; own: boolean }) {
  if (row.application) {
    return <Link to={`/applications/${row.application}`}>{row.application_label}</Link>;
  }
  if (own && row.status === "legacy") return <Readmit matter={row.id} small />;
  return <span className="muted">—</span>;
}
