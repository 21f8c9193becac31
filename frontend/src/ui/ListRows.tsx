import { Empty, Table, type TableColumnType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "./list-types";
import { Scroll } from "./PlainTable";
import { useMedia, WIDE } from "./useMedia";

interface Props<Row> {
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  href?: (row: Row) => string;
  ordering?: string;
  onOrder: (ordering: string | undefined) => void;
  filtered: boolean;
  /** Said in place of rows while there are none at all. */
  empty?: string;
}

/** A table on a desk, cards on a phone: the same columns. */
export function ListRows<Row>(props: Props<Row>) {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  if (props.rows.length === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={props.filtered ? t("common.empty") : (props.empty ?? t("common.emptyYet"))}
      />
    );
  }
  return wide ? <AsTable {...props} /> : <AsCards {...props} />;
}

function firstCell<Row>(content: ReactNode, row: Row, href?: (row: Row) => string): ReactNode {
  return href ? <Link to={href(row)}>{content}</Link> : content;
}

function AsTable<Row>({ columns, rows, rowKey, href, ordering, onOrder }: Props<Row>) {
  const { t } = useTranslation();
  const column = (c: Column<Row>, index: number): TableColumnType<Row & object> => ({
    key: c.ordering ?? c.key,
    title: c.title,
    width: c.width,
    minWidth: index === 0 ? 150 : undefined,
    sorter: c.ordering !== undefined,
    sortOrder:
      ordering === c.ordering ? "ascend" : ordering === `-${c.ordering}` ? "descend" : null,
    render: (_, row) => (index === 0 ? firstCell(c.render(row), row, href) : c.render(row)),
  });
  return (
    <Scroll label={t("common.table")}>
      <Table<Row & object>
        size="middle"
        rowKey={rowKey}
        columns={columns.map(column)}
        dataSource={rows as (Row & object)[]}
        pagination={false}
        onChange={(_pages, _filters, sort) => {
          const { order, columnKey } = Array.isArray(sort) ? {} : sort;
          onOrder(order ? `${order === "descend" ? "-" : ""}${String(columnKey)}` : undefined);
        }}
      />
    </Scroll>
  );
}

function AsCards<Row>({ columns, rows, rowKey, href }: Props<Row>) {
  const [first, ...others] = columns;
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <span className="first">{first && firstCell(first.render(row), row, href)}</span>
          <dl className="pairs">
            {others.map((column) => (
              <div key={column.key} style={{ display: "contents" }}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
