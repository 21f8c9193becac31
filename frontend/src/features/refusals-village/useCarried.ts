import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMe } from "@/api/me";
import type { Draft } from "./draft";
import { placementQuery } from "./queries";

/** What is known of the matter that is refused is filled in: its department, its name, its village. */
export function useCarried(draft: Draft, set: (part: Partial<Draft>) => void): void {
  const { villages } = useMe();
  const wanted = draft.placement !== null && draft.department === null;
  const { data } = useQuery({ ...placementQuery(draft.placement ?? 0), enabled: wanted });
  useEffect(() => {
    if (!wanted || !data) return;
    const own = villages.some(({ id }) => id === data.village_id);
    set({
      department: data.department_id,
      title: draft.title || data.title,
      village: own ? data.village_id : draft.village,
    });
  }, [data, wanted, villages, draft.title, draft.village, set]);
}
