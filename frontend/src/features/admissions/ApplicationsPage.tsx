import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { ApplicationRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { applicationList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const statuses = useLabels("application");
  const drafts = useMe().role === "department_clerk";
  const columns: Column<ApplicationRow>[] = [
    { key: "title", title: t("applications.name"), render: (row) => row.title, ordering: "title" },
    {
      key: "department",
      title: t("applications.department"),
      render: (row) => row.department,
      width: 190,
    },
    {
      key: "status",
      title: t("applications.status"),
      render: (row) => <StatusTag status={row.status} label={row.status_label} />,
      ordering: "status",
      width: 150,
    },
    {
      key: "villages",
      title: t("applications.scope"),
      render: (row) => t("applications.villagesCount", { count: row.villages }),
      width: 160,
    },
    {
      key: "submitted",
      title: t("applications.submitted"),
      render: (row) => <DateText value={row.submitted_at} />,
      ordering: "submitted_at",
      width: 150,
    },
  ];
  return (
    <ListPage
      name="applications"
      title={t("applications.title")}
      query={applicationList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/applications/${row.id}`}
      filters={[
        {
          name: "status",
          label: t("applications.status"),
          options: statuses,
        },
      ]}
      actions={
        drafts && (
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
