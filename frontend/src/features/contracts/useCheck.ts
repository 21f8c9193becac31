import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Asked, checkPurchase } from "@/api/purchases";
import { useSettled } from "@/ui/SearchSelect";

/** What stands against this purchase, asked anew whenever the typing pauses. */
export function useCheck(asked: Asked | null) {
  const settled = useSettled(asked ? JSON.stringify(asked) : "");
  return useQuery({
    queryKey: ["purchase check", settled],
    queryFn: async ({ signal }) => (await checkPurchase(JSON.parse(settled), signal)) ?? null,
    enabled: settled !== "",
    placeholderData: keepPreviousData,
  });
}
