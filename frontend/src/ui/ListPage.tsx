import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { Pagination } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { ListQuery, Page, Query } from "@/api/queries";
import { ExportLinks } from "./ExportLinks";
import { ListFilters } from "./ListFilters";
import { ListRows } from "./ListRows";
import { changed, pageOf, readListQuery, SIZES, sizeOf } from "./list-query";
import type { Column, Filter } from "./list-types";
import { Failure, Loading } from "./states";
import { useColumns } from "./useColumns";

interface Props<Row, Filters, Err, Key extends QueryKey> {
  /** Names the list for what is remembered about it. */
  name: string;
  title: string;
  query: (query: ListQuery<Filters>) => Query<Page<Row>, Err, Key>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string | number;
  /** Where a row leads; the first column becomes the link. */
  href?: (row: Row) => string;
  filters?: Filter<Filters>[];
  searchable?: boolean;
  /** Where the server gives the whole list as a table. */
  exports?: string;
  actions?: ReactNode;
  /** Said in place of rows while there are none at all. */
  empty?: string;
  children?: ReactNode;
}

/** The one list page: filters in the address, pages and order from the server, columns to choose. */
export function ListPage<Row, Filters, Err, Key extends QueryKey>(
  props: Props<Row, Filters, Err, Key>,
) {
  return (
    <>
      <div className="pagehead">
        <h1>{props.title}</h1>
        <div className="end">{props.actions}</div>
      </div>
      {props.children}
      <ListPanel {...props} />
    </>
  );
}

/** The list itself, for pages that show more than a list. */
export function ListPanel<Row, Filters, Err, Key extends QueryKey>(
  props: Props<Row, Filters, Err, Key>,
) {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const { shown, choose } = useColumns(props.name, props.columns);
  const asked = readListQuery<Filters>(address);
  const found = useQuery({ ...props.query(asked), placeholderData: keepPreviousData });
  const change = (values: Record<string, string | number | undefined>) =>
    setAddress(changed(address, values), { preventScrollReset: true });

  return (
    <section className="panel" aria-label={props.title} aria-busy={found.isFetching}>
      <ListFilters
        columns={props.columns}
        shown={shown}
        choose={choose}
        filters={props.filters ?? []}
        searchable={props.searchable ?? true}
        address={address}
        change={change}
        clear={() => setAddress({})}
      />
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.data && (
        <>
          <ListRows
            columns={shown}
            rows={found.data.items}
            rowKey={props.rowKey}
            href={props.href}
            ordering={asked.ordering}
            onOrder={(ordering) => change({ ordering })}
            filtered={address.size > 0}
            empty={props.empty}
          />
          <div className="pagehead" style={{ margin: "12px 0 0" }}>
            <span className="muted" role="status">
              {t("common.total", { count: found.data.total })}
            </span>
            {props.exports && (
              <ExportLinks path={props.exports} address={address} total={found.data.total} />
            )}
            {found.data.total > 20 && (
              <Pagination
                className="end"
                current={pageOf(address)}
                pageSize={sizeOf(address)}
                total={found.data.total}
                pageSizeOptions={SIZES}
                showSizeChanger={{ "aria-label": t("common.columns"), showSearch: false }}
                size="small"
                onChange={(page, size) => change({ page, size: size === 20 ? undefined : size })}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}
