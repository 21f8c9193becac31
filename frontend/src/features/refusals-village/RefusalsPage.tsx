import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { RefusalRow } from "@/api/types";
import { DaysLeft } from "@/ui/DueDate";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { OutboxItems } from "@/ui/OutboxItems";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { refusalList } from "./queries";

const OPEN = new Set(["filed", "contested"]);

/** What our villages have refused, what waits on this machine first. */
export function Component() {
  const { t } = useTranslation();
  const mayRefuse = useMe().role === "village_officer";
  const statuses = useLabels("refusal");
  const reasons = useLabels("reason");
  const columns: Column<RefusalRow>[] = [
    { key: "demand", title: t("refuse.list.demand"), render: (row) => row.title || row.demand },
    {
      key: "status",
      title: t("refuse.list.status"),
      render: (row) => <Standing row={row} mine={mayRefuse} />,
      ordering: "status",
    },
    {
      key: "due",
      title: t("refuse.list.due"),
      render: (row) => (
        <span className="due">
          <DateText value={row.due_on} /> {row.days_left !== null && <DaysLeft n={row.days_left} />}
        </span>
      ),
      ordering: "due_on",
    },
    { key: "department", title: t("refuse.list.department"), render: (row) => row.department },
    {
      key: "village",
      title: t("refuse.list.village"),
      render: (row) => row.village,
      ordering: "village",
    },
    {
      key: "reasons",
      title: t("refuse.list.reasons"),
      render: (row) =>
        row.reasons.map((code) => labelOf(reasons, code) || code).join(t("common.comma")),
    },
    {
      key: "filed",
      title: t("refuse.list.filed"),
      render: (row) => <DateText value={row.filed_at} />,
      ordering: "filed_at",
    },
  ];
  return (
    <ListPage
      name="refusals-village"
      title={t("refuse.title")}
      query={refusalList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/refusals/${row.id}`}
      filters={[{ name: "status", label: t("refuse.list.status"), options: statuses }]}
      actions={mayRefuse && <Create />}
    >
      {mayRefuse && (
        <>
          <p className="muted">{t("refuse.hint")}</p>
          <OutboxItems
            kind="refusal"
            mend={(key) => `/refusals/new?mend=${key}`}
            read={(id) => `/refusals/${id}`}
          />
        </>
      )}
    </ListPage>
  );
}

function Create() {
  const { t } = useTranslation();
  return (
    <Link to="/refusals/new" className="bigbutton primary" data-testid="new-refusal">
      {t("refuse.create")}
    </Link>
  );
}

function Standing({ row, mine }: { row: RefusalRow; mine: boolean }) {
  const { t } = useTranslation();
  const unseen = mine && !OPEN.has(row.status) && !row.acknowledged_at;
  return (
    <>
      <StatusTag status={row.status} label={row.status_label} />{" "}
      {unseen && <span className="tag tag-warning">{t("refuse.list.unseen")}</span>}
    </>
  );
}
