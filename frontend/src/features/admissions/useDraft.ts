import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { county } from "@/api/client";
import type { Application, ApplicationPatch } from "@/api/types";
import { Draft } from "./draft";
import { applicationChecks, applicationHits, applicationOne } from "./queries";

/** The self-saving draft of one application, alive as long as its form is open. */
export function useDraft(application: Application) {
  const queries = useQueryClient();
  const { id } = application;
  const [draft] = useState(() => {
    const path = { path: { id } };
    const known = (data: Application | undefined) => {
      if (!data) throw new Error("the server answered without an application");
      queries.setQueryData(applicationOne(id).queryKey, data);
      void queries.invalidateQueries({ queryKey: applicationChecks(id).queryKey });
      void queries.invalidateQueries({ queryKey: applicationHits(id).queryKey });
      return data;
    };
    return new Draft(application, {
      save: async (body: ApplicationPatch) =>
        known((await county.PATCH("/api/applications/{id}", { params: path, body })).data),
      latest: async () =>
        known((await county.GET("/api/applications/{id}", { params: path })).data),
    });
  });
  const snapshot = useSyncExternalStore(draft.subscribe, draft.snapshot);
  useEffect(() => {
    const send = () => void draft.flush();
    send();
    window.addEventListener("online", send);
    return () => {
      window.removeEventListener("online", send);
      send();
    };
  }, [draft]);
  return { draft, snapshot };
}
