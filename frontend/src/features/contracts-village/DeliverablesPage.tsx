import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { contractOne, deliverablesOf } from "@/api/contracts";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { Contract, DeliverableRow } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { OutboxItems } from "@/ui/OutboxItems";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { Done } from "./Done";

/** What was done under one contract: how much of each clause, what waits on this machine, every record. */
export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={contractOne(id)}>{(contract) => <Records contract={contract} />}</Loaded>;
}

const UNDER_WORK = ["performing", "suspended", "settlement"];

function Records({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const village = useMe().role === "village_officer";
  const { id } = contract;
  return (
    <ListPage
      name="deliverables-village"
      title={`${t("contracting.records.title")} · ${contract.subject}`}
      query={deliverablesOf(id)}
      columns={useColumns()}
      rowKey={(row) => row.id}
      href={(row) => `/deliverables/${row.id}`}
      filters={[
        {
          name: "status",
          label: t("contracting.records.status"),
          options: useLabels("deliverable"),
        },
      ]}
      actions={
        <>
          <Link to={`/contracts/${id}`}>{t("contracting.periods.contract")}</Link>{" "}
          {village && UNDER_WORK.includes(contract.status) && (
            <Link
              to={`/deliverables/new?contract=${id}`}
              className="bigbutton primary"
              data-testid="new-record"
            >
              {t("contracting.records.create")}
            </Link>
          )}
        </>
      }
    >
      {village && (
        <OutboxItems
          kind="deliverable"
          mend={(key) => `/deliverables/new?mend=${key}`}
          read={(record) => `/deliverables/${record}`}
        />
      )}
      <Done contract={id} />
    </ListPage>
  );
}

function useColumns(): Column<DeliverableRow>[] {
  const { t } = useTranslation();
  return [
    {
      key: "heading",
      title: t("contracting.records.clause"),
      render: ({ number, heading }) => t("clause.head", { number, heading }),
    },
    {
      key: "done_on",
      title: t("contracting.records.date"),
      render: (row) => <DateText value={row.done_on} />,
      ordering: "done_on",
    },
    statusColumn(t("contracting.records.status"), { ordering: "status" }),
    {
      key: "quantity",
      title: t("contracting.records.quantity"),
      render: ({ quantity, unit }) => (quantity === null ? "—" : `${figure(quantity)} ${unit}`),
      ordering: "quantity",
    },
    { key: "place", title: t("contracting.records.place"), render: (row) => row.place || "—" },
    {
      key: "confirm",
      title: t("contracting.records.confirmBy"),
      render: (row) => <DateText value={row.confirm_due_on} />,
      ordering: "confirm_due_on",
      extra: true,
    },
    {
      key: "query",
      title: t("contracting.records.query"),
      render: (row) => row.query || "—",
    },
  ];
}
