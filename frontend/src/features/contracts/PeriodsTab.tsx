import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { periodsOf } from "@/api/contracts";
import type { AcceptancePeriodRow, Contract } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { ListRows } from "@/ui/ListRows";
import type { Column } from "@/ui/list-types";
import { Failure, Loading } from "@/ui/states";
import { statusColumn } from "@/ui/statusColumn";
import { PeriodText } from "@/ui/text";

/** The acceptance periods in order; their scores stand on their own pages only. */
export function PeriodsTab({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const found = useQuery(periodsOf(contract.id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} onRetry={() => found.refetch()} />;
  const columns: Column<AcceptancePeriodRow>[] = [
    { key: "title", title: t("contracts.period.title"), render: (row) => row.title },
    {
      key: "days",
      title: t("contracts.period.days"),
      render: (row) => <PeriodText from={row.from_on} to={row.to_on} />,
    },
    statusColumn<AcceptancePeriodRow>(t("contracts.status"), { width: 170 }),
    {
      key: "due",
      title: t("contracts.period.due"),
      render: (row) => <DueDate value={row.due_on} />,
    },
  ];
  return (
    <ListRows
      columns={columns}
      rows={found.data}
      rowKey={(row) => row.id}
      href={(row) => `/contracts/${contract.id}/periods/${row.id}`}
      onOrder={() => {}}
      filtered={false}
    />
  );
}
