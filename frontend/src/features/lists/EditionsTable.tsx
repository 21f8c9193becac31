import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Edition } from "@/api/types";
import { ListRows } from "@/ui/ListRows";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { Term } from "./Term";
import { useEditionName } from "./useEditionName";

interface Pair {
  from?: number;
  to?: number;
}

/** The editions of one list, newest first; two of them can be compared. */
export function EditionsTable({ editions }: { editions: Edition[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [newest, before] = editions;
  const [pair, setPair] = useState<Pair>({ from: before?.id, to: newest?.id });
  const { from, to } = pair;
  const ready = from !== undefined && to !== undefined && from !== to;
  return (
    <section className="panel" aria-label={t("lists.editions")}>
      <ListRows
        columns={useColumnsOfEditions(pair, setPair)}
        rows={editions}
        rowKey={(row) => row.id}
        href={(row) => `/lists/editions/${row.id}`}
        onOrder={() => undefined}
        filtered={false}
      />
      {editions.length > 1 && (
        <p className="acts">
          <Button
            type="primary"
            disabled={!ready}
            data-testid="compare"
            onClick={() => navigate(`/lists/compare?from=${from}&to=${to}`)}
          >
            {t("lists.compareChosen")}
          </Button>
          {!ready && <span className="muted">{t("lists.chooseTwo")}</span>}
        </p>
      )}
    </section>
  );
}

function useColumnsOfEditions(pair: Pair, setPair: (pair: Pair) => void): Column<Edition>[] {
  const { t } = useTranslation();
  const name = useEditionName();
  const choice = (side: keyof Pair, row: Edition) => (
    <input
      type="radio"
      name={`compare-${side}`}
      className="pick"
      aria-label={t(side === "from" ? "lists.asOld" : "lists.asNew", { edition: name(row) })}
      checked={pair[side] === row.id}
      onChange={() => setPair({ ...pair, [side]: row.id })}
    />
  );
  return [
    { key: "number", title: t("lists.number"), render: (row) => name(row) },
    statusColumn(t("lists.status"), { width: 130 }),
    { key: "term", title: t("lists.inEffect"), render: (row) => <Term edition={row} /> },
    { key: "document", title: t("lists.document"), render: (row) => row.document_number || "—" },
    {
      key: "count",
      title: t("lists.held"),
      render: (row) => t("lists.entries", { count: row.entry_count }),
      width: 90,
    },
    { key: "old", title: t("lists.old"), render: (row) => choice("from", row), width: 70 },
    { key: "new", title: t("lists.new"), render: (row) => choice("to", row), width: 70 },
  ];
}
