import { QueryClient, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import { problemOf } from "./problem";

/** A query's options, whatever its declared error and its key look like. */
export type Query<Data, Err, Key extends QueryKey> = UseQueryOptions<Data, Err, Data, Key>;

export interface Page<Row> {
  items: Row[];
  total: number;
}

/** What every list can be asked for. */
interface Paging {
  limit: number;
  offset: number;
  q?: string;
  ordering?: string;
}

/** What a list page asks its server for. */
export interface ListQuery<Filters> extends Paging {
  filters: Filters;
}

type Listing = { get: { parameters: { query?: object } } };

/** What a list can be filtered by, as its host's OpenAPI document says. */
export type FiltersOf<Paths, Path extends keyof Paths> = Paths[Path] extends Listing
  ? Omit<NonNullable<Paths[Path]["get"]["parameters"]["query"]>, keyof Paging>
  : never;

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
