import { useMe } from "@/api/me";
import { FactsPage } from "@/features/oversight/FactsPage";
import { PlacementsPage } from "@/features/placements/PlacementsPage";

/** The same address on both hosts: the county reads facts, a township works on its placements. */
export function Component() {
  return useMe().realm.kind === "county" ? <FactsPage /> : <PlacementsPage />;
}
