import { contractHistory } from "@/api/contracts";
import { labelOf, useLabels } from "@/api/labels";
import type { Contract } from "@/api/types";
import { Course, passed } from "@/ui/Course";
import { Loaded } from "@/ui/DetailPage";

const WAY = ["negotiating", "signed", "performing", "settlement", "completed", "archived"];

/** What is still to come; out of a suspension the way leads back to the work. */
export function comingOf(status: string): string[] {
  if (status === "abandoned") return [];
  if (status === "suspended") return WAY.slice(WAY.indexOf("performing"));
  return WAY.slice(WAY.indexOf(status) + 1);
}

/** Negotiated, signed, performed, settled, archived: how far it is. */
export function ContractCourse({ contract }: { contract: Contract }) {
  const labels = useLabels("contract");
  return (
    <Loaded query={contractHistory(contract.id)}>
      {(history) => (
        <Course
          past={passed(history, labelOf(labels, "negotiating") || contract.status_label)}
          coming={comingOf(contract.status).flatMap((status) => labelOf(labels, status) || [])}
        />
      )}
    </Loaded>
  );
}
