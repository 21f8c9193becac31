import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { MeetingRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { mayConvene } from "./people";
import { meetingList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const bodies = useLabels("body");
  const statuses = useLabels("meeting");
  const plans = mayConvene(useMe().role);
  const columns: Column<MeetingRow>[] = [
    {
      key: "body",
      title: t("meetings.meeting"),
      render: (row) => labelOf(bodies, row.body) || row.body,
    },
    {
      key: "held",
      title: t("meetings.heldOn"),
      render: (row) => <DateText value={row.held_on} />,
      ordering: "held_on",
      width: 160,
    },
    { key: "number", title: t("meetings.number"), render: (row) => row.number || "—", width: 220 },
    {
      key: "items",
      title: t("meetings.items"),
      render: (row) => t("meetings.itemCount", { count: row.item_count }),
      width: 120,
    },
    statusColumn(t("meetings.status"), { ordering: "status", width: 120 }),
  ];
  return (
    <ListPage
      name="meetings"
      title={t("meetings.title")}
      query={meetingList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/meetings/${row.id}`}
      filters={[
        { name: "body", label: t("meetings.meeting"), options: bodies },
        { name: "status", label: t("meetings.status"), options: statuses },
      ]}
      actions={
        plans && (
          <Button
            type="primary"
            data-testid="new-meeting"
            onClick={() => navigate("/meetings/new")}
          >
            {t("meetings.plan")}
          </Button>
        )
      }
    />
  );
}
