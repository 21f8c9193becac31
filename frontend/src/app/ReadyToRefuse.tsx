import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useDepartments } from "@/api/departments";
import { useLabels } from "@/api/labels";
import { carriedQuery } from "@/features/refusals-village/queries";

/** After the page that was asked for: a slow line has that to carry first. */
const PAUSE = 3_000;

/** A village may refuse when the line is gone: what that needs is fetched, and held, while there is one. */
export function ReadyToRefuse() {
  useDepartments();
  useLabels("reason");
  useQuery(carriedQuery());
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without a line now: it is fetched again when it is wanted.
      import("@/features/refusals-village/refusing").catch(() => undefined);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
