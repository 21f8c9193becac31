import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { DeliverableRow } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { figure } from "@/ui/decimals";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";

interface Options {
  own: boolean;
  chosen: number[];
  choose: (ids: number[]) => void;
  open: (id: number) => void;
}

export function useRecordColumns({ own, chosen, choose, open }: Options): Column<DeliverableRow>[] {
  const { t } = useTranslation();
  const toggle = (id: number) =>
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return [
    {
      key: "clause",
      title: t("assess.clause"),
      render: (row) => (
        <>
          {own && row.status === "submitted" && (
            <Checkbox
              checked={chosen.includes(row.id)}
              aria-label={t("contracts.record.choose", { heading: row.heading, day: row.done_on })}
              onChange={() => toggle(row.id)}
            />
          )}{" "}
          <Button type="link" size="small" onClick={() => open(row.id)}>
            {t("clause.head", { number: row.number, heading: row.heading })}
          </Button>
        </>
      ),
    },
    {
      key: "done",
      title: t("contracts.record.done"),
      render: (row) => <DateText value={row.done_on} />,
      width: 140,
    },
    {
      key: "quantity",
      title: t("contracts.record.quantity"),
      render: (row) => (row.quantity === null ? "—" : `${figure(row.quantity)} ${row.unit}`),
      width: 110,
    },
    { key: "place", title: t("contracts.record.place"), render: (row) => row.place || "—" },
    {
      key: "files",
      title: t("contracts.files"),
      render: (row) => t("contracts.record.files", { count: row.files }),
      width: 90,
    },
    {
      key: "status",
      title: t("contracts.status"),
      render: (row) => (
        <>
          <StatusTag status={row.status} label={row.status_label} />
          {row.silent && <small> {t("contracts.record.silent")}</small>}
          {row.status === "submitted" && <DueDate value={row.confirm_due_on} />}
        </>
      ),
      width: 170,
    },
  ];
}
