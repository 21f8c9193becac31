import { useQuery } from "@tanstack/react-query";
import { countyQuery } from "./client";

const organisationsQuery = () =>
  countyQuery.queryOptions("get", "/api/organisations", undefined, { staleTime: 600_000 });

/** The departments that may apply and be asked, for choosing among them; none until they are here. */
export function useDepartments(): { value: number; label: string }[] {
  const found = useQuery(organisationsQuery()).data ?? [];
  return found
    .filter(({ kind }) => kind === "department")
    .map(({ id, name }) => ({ value: id, label: name }));
}
