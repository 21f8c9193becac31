import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Pagination } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { CountyList } from "@/api/client";
import { useLabels } from "@/api/labels";
import { noticeList, useSeen } from "@/api/notices";
import { changed, pageOf, readListQuery, sizeOf } from "@/ui/list-query";
import { NoticeItem } from "@/ui/NoticeItem";
import { Failure, Loading } from "@/ui/states";

type Filters = CountyList<"/api/notices">["filters"];

/** What was told to me and mine, the newest first; what came since the last visit is set apart. */
export function Component() {
  const { t } = useTranslation();
  const effects = useLabels("effect");
  const [address, setAddress] = useSearchParams();
  const [seen, see] = useSeen();
  // What was new when the page was opened stays marked as new until one leaves it.
  const [before] = useState(seen);
  const asked = readListQuery<Filters>(address);
  const found = useQuery(noticeList(asked));
  const newest = found.data?.items[0]?.id ?? 0;
  const first = asked.offset === 0 && !asked.filters.effect && !asked.q;
  useEffect(() => {
    if (first && newest) see(newest);
  });
  const effect = asked.filters.effect;
  const change = (values: Record<string, string | number | undefined>) =>
    setAddress(changed(address, values));
  const fresh = found.data?.items.filter(({ id }) => id > before) ?? [];
  const known = found.data?.items.filter(({ id }) => id <= before) ?? [];
  return (
    <>
      <div className="pagehead">
        <h1>{t("notices.title")}</h1>
      </div>
      <fieldset className="kinds">
        <legend className="hidden">{t("notices.filter")}</legend>
        <Button
          aria-pressed={!effect}
          type={effect ? "default" : "primary"}
          onClick={() => change({ effect: undefined })}
        >
          {t("common.all")}
        </Button>
        {effects.map(({ value, label }) => (
          <Button
            key={value}
            aria-pressed={effect === value}
            type={effect === value ? "primary" : "default"}
            onClick={() => change({ effect: value })}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <section className="panel" aria-label={t("notices.title")} aria-busy={found.isFetching}>
        {found.isPending && <Loading />}
        {found.isError && <Failure error={found.error} onRetry={() => found.refetch()} />}
        {found.data?.total === 0 && (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t(effect ? "common.empty" : "notices.none")}
          />
        )}
        {fresh.length > 0 && (
          <>
            <h2>{t("notices.fresh")}</h2>
            <ul className="cards notices">
              {fresh.map((notice) => (
                <NoticeItem key={notice.id} notice={notice} />
              ))}
            </ul>
          </>
        )}
        {known.length > 0 && (
          <>
            {fresh.length > 0 && <h2 style={{ marginTop: 16 }}>{t("notices.earlier")}</h2>}
            <ul className="cards notices">
              {known.map((notice) => (
                <NoticeItem key={notice.id} notice={notice} />
              ))}
            </ul>
          </>
        )}
        {found.data && found.data.total > 20 && (
          <Pagination
            style={{ marginTop: 12 }}
            current={pageOf(address)}
            pageSize={sizeOf(address)}
            total={found.data.total}
            showSizeChanger={false}
            onChange={(page) => change({ page })}
          />
        )}
      </section>
    </>
  );
}
