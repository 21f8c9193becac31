import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { ApplicationRow } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { useDepartmentFilter } from "@/ui/useDepartmentFilter";
import { applicationList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = useMe();
  return (
    <ListPage
      name="applications"
      title={t("applications.title")}
      query={applicationList}
      columns={useColumnsOf()}
      rowKey={(row) => row.id}
      href={(row) => `/applications/${row.id}`}
      exports="/api/applications/export"
      filters={useFilters()}
      actions={
        role === "department_clerk" && (
          <Button
            type="primary"
            data-testid="new-application"
            onClick={() => navigate("/applications/new")}
          >
            {t("applications.create")}
          </Button>
        )
      }
    />
  );
}

function useFilters() {
  const { t } = useTranslation();
  const departments = useDepartmentFilter(t("applications.department"));
  const choices = {
    status: useLabels("application"),
    kind: useLabels("kind"),
    category: useLabels("category"),
    object_type: useLabels("object_type"),
  };
  const labels = {
    status: t("applications.status"),
    kind: t("form.fields.kind"),
    category: t("form.fields.category"),
    object_type: t("applications.type"),
  };
  const filters = (["status", "kind", "category", "object_type"] as const).map((name) => ({
    name,
    label: labels[name],
    options: choices[name],
  }));
  return [...filters, ...departments];
}

function useColumnsOf(): Column<ApplicationRow>[] {
  const { t } = useTranslation();
  const kinds = useLabels("kind");
  return [
    { key: "title", title: t("applications.name"), render: (row) => row.title, ordering: "title" },
    {
      key: "department",
      title: t("applications.department"),
      render: (row) => row.department,
      width: 150,
    },
    {
      key: "kind",
      title: t("form.fields.kind"),
      render: (row) => labelOf(kinds, row.kind),
      width: 100,
    },
    {
      key: "category",
      title: t("form.fields.category"),
      render: (row) => row.category_label,
      width: 90,
    },
    {
      key: "object_type",
      title: t("applications.type"),
      render: (row) => row.object_type_label,
      width: 120,
      extra: true,
    },
    statusColumn(t("applications.status"), { ordering: "status", width: 170 }),
    {
      key: "due",
      title: t("applications.due"),
      render: (row) => <DueDate value={row.due_on} />,
      ordering: "due_on",
      width: 240,
    },
    {
      key: "villages",
      title: t("applications.scope"),
      render: (row) => t("applications.villagesCount", { count: row.villages }),
      width: 130,
      extra: true,
    },
    {
      key: "submitted",
      title: t("applications.submitted"),
      render: (row) => <DateText value={row.submitted_at} />,
      ordering: "submitted_at",
      width: 130,
      extra: true,
    },
  ];
}
