import { useQuery } from "@tanstack/react-query";
import { villagesQuery } from "@/api/villages";

const CODE = 9;

/** The townships by code, for choosing among them; none until they are here. */
export function useTownships(): { value: string; label: string }[] {
  const villages = useQuery(villagesQuery()).data ?? [];
  const found = new Map(
    villages.map(({ code, township_name }) => [code.slice(0, CODE), township_name]),
  );
  return [...found].map(([value, label]) => ({ value, label }));
}
