import { QueryClient, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import { problemOf } from "./problem";

/** A query's options, whatever its declared error and its key look like. */
export type Query<Data, Err, Key extends QueryKey> = UseQueryOptions<Data, Err, Data, Key>;

export interface Page<Row> {
  items: Row[];
  total: number;
}

/** What a list page asks its server for. */
export interface ListQuery {
  limit: number;
  offset: number;
  q?: string;
  ordering?: string;
  /** As they stand in the address; which there are and what they may be is the server's to say. */
  filters: object;
}

const mayRetry = (failures: number, error: unknown) =>
  failures < 2 && [0, 502, 503, 504].includes(problemOf(error).status);

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: mayRetry, networkMode: "offlineFirst" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
