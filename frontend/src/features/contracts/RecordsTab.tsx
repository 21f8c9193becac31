import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Pagination, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { confirmDeliverables, deliverablesOf } from "@/api/contracts";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { isOfDepartment } from "@/api/roles";
import type { Contract } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { ListRows } from "@/ui/ListRows";
import { changed, pageOf } from "@/ui/list-query";
import { Failure, Loading } from "@/ui/states";
import { useSaving } from "@/ui/useSaving";
import { RecordDialog } from "./RecordDialog";
import { useRecordColumns } from "./useRecordColumns";

const SIZE = 20;

/** What the village has done under the clauses: confirmed one by one, or many at once. */
export function RecordsTab({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState<number[]>([]);
  const [opened, setOpened] = useState<number | null>(null);
  const own = isOfDepartment(useMe().role);
  const statuses = useLabels("deliverable");
  const clause = Number(address.get("clause")) || undefined;
  const filters = { status: address.get("status") || undefined, clause };
  const page = { limit: SIZE, offset: (pageOf(address) - 1) * SIZE };
  const found = useQuery({
    ...deliverablesOf(contract.id)({ ...page, filters }),
    placeholderData: keepPreviousData,
  });
  const change = (values: Record<string, string | number | undefined>) =>
    setAddress(changed(address, values), { preventScrollReset: true });
  const confirming = useSaving({
    act: (ids: number[]) => confirmDeliverables(contract.id, ids),
    onSaved: () => setChosen([]),
  });
  const columns = useRecordColumns({ own, chosen, choose: setChosen, open: setOpened });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} onRetry={() => found.refetch()} />;
  const waiting = found.data.items.filter(({ status }) => status === "submitted");
  return (
    <>
      <div className="ways">
        <Select
          aria-label={t("contracts.status")}
          style={{ minWidth: 160 }}
          allowClear
          placeholder={t("common.all")}
          value={filters.status}
          options={statuses.filter(({ value }) => value !== "draft")}
          onChange={(status) => change({ status })}
        />
        {clause && (
          <Button onClick={() => change({ clause: undefined })}>
            {t("contracts.record.onlyClause", { n: clause })}
          </Button>
        )}
        {own && waiting.length > 0 && (
          <>
            <Button onClick={() => setChosen(waiting.map(({ id }) => id))}>
              {t("contracts.record.chooseAll", { count: waiting.length })}
            </Button>
            <Button
              type="primary"
              data-testid="confirm-many"
              disabled={chosen.length === 0}
              loading={confirming.busy}
              onClick={() => confirming.send(chosen)}
            >
              {t("contracts.record.confirm", { count: chosen.length })}
            </Button>
          </>
        )}
      </div>
      <Fault error={confirming.error} />
      <ListRows
        columns={columns}
        rows={found.data.items}
        rowKey={(row) => row.id}
        onOrder={() => {}}
        filtered={Boolean(filters.status || clause)}
      />
      {found.data.total > SIZE && (
        <Pagination
          size="small"
          current={pageOf(address)}
          pageSize={SIZE}
          total={found.data.total}
          showSizeChanger={false}
          onChange={(to) => change({ page: to })}
        />
      )}
      {opened !== null && <RecordDialog id={opened} close={() => setOpened(null)} />}
    </>
  );
}
