import { useTranslation } from "react-i18next";
import { useDepartments } from "@/api/departments";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { ContractRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { OutboxItems } from "@/ui/OutboxItems";
import { statusColumn } from "@/ui/statusColumn";
import { MoneyText, PeriodText } from "@/ui/text";
import { contractList } from "./queries";
import { useVillageFilter } from "./useVillageFilter";
import { Waiting } from "./Waiting";

/** Our contracts, what is due under them first; a township sees all of its villages', in no order of merit. */
export function Component() {
  const { t } = useTranslation();
  const village = useMe().role === "village_officer";
  return (
    <ListPage
      name="contracts-village"
      title={t("contracting.title")}
      query={contractList}
      columns={useColumns()}
      rowKey={(row) => row.id}
      href={(row) => `/contracts/${row.id}`}
      empty={t("contracting.none")}
      filters={[
        { name: "status", label: t("contracting.list.status"), options: useLabels("contract") },
        {
          name: "purchaser_id",
          label: t("contracting.list.purchaser"),
          options: useDepartments(),
        },
        ...useVillageFilter(),
      ]}
    >
      {village && <p className="muted">{t("contracting.hint")}</p>}
      <Waiting title={t(village ? "contracting.due" : "contracting.desk")} />
      {village && (
        <OutboxItems
          kind="deliverable"
          mend={(key) => `/deliverables/new?mend=${key}`}
          read={(id) => `/deliverables/${id}`}
        />
      )}
    </ListPage>
  );
}

function useColumns(): Column<ContractRow>[] {
  const { t } = useTranslation();
  return [
    {
      key: "subject",
      title: t("contracting.list.subject"),
      render: (row) => row.subject,
      ordering: "subject",
    },
    statusColumn(t("contracting.list.status"), { ordering: "status" }),
    {
      key: "purchaser",
      title: t("contracting.list.purchaser"),
      render: (row) => row.purchaser,
    },
    {
      key: "village",
      title: t("contracting.list.village"),
      render: (row) => row.village_name,
    },
    {
      key: "price",
      title: t("contracting.list.price"),
      render: (row) => <MoneyText value={row.price} />,
      ordering: "price",
    },
    {
      key: "paid",
      title: t("contracting.list.paid"),
      render: (row) => <MoneyText value={row.paid} />,
      ordering: "paid",
    },
    {
      key: "term",
      title: t("contracting.list.term"),
      render: (row) => <PeriodText from={row.starts_on} to={row.ends_on} />,
      ordering: "ends_on",
    },
    {
      key: "number",
      title: t("contracting.list.number"),
      render: (row) => row.number,
      ordering: "number",
      extra: true,
    },
  ];
}
