import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { type CountyList, countyQuery } from "./client";
import { useMe } from "./me";

const { queryOptions } = countyQuery;

export const noticeList = ({ filters, ...page }: CountyList<"/api/notices">) =>
  queryOptions("get", "/api/notices", { params: { query: { ...page, ...filters } } });
/** The newest notices after the one that was seen last. */
export const newNotices = (after: number, limit: number) =>
  queryOptions(
    "get",
    "/api/notices",
    { params: { query: { after, limit, ordering: "-id" } } },
    { refetchInterval: 120_000 },
  );

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/**
 * The greatest notice that this person has been shown on this machine: what was read is nobody else's business, and
 * is kept nowhere else. Each role has its own, for each sees other notices.
 */
export function useSeen(): [seen: number, see: (id: number) => void] {
  const me = useMe();
  const key = `zhunru.seen.${me.realm.code}.${me.username}.${me.role}`;
  const seen = useSyncExternalStore(listen, () => Number(localStorage.getItem(key)) || 0);
  const see = (id: number) => {
    if (id <= (Number(localStorage.getItem(key)) || 0)) return;
    localStorage.setItem(key, String(id));
    for (const listener of listeners) listener();
  };
  return [seen, see];
}

/** How many notices have come since; nothing while that is not known. */
export function useNewCount(): number | undefined {
  const [seen] = useSeen();
  return useQuery(newNotices(seen, 1)).data?.total;
}
