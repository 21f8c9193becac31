import { useQuery } from "@tanstack/react-query";
import { boardQuery } from "./queries";

const option = ({ key, label }: { key: string; label: string }) => ({ value: key, label });

/** The townships and departments that there are rows for, as choices of a filter. */
export function useSlices() {
  const board = useQuery(boardQuery()).data;
  return {
    townships: (board?.by_township ?? []).map(option),
    departments: (board?.by_department ?? []).map(option),
  };
}
