import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { county, countyQuery } from "@/api/client";
import { Fault } from "@/ui/Fault";
import { useSaving } from "@/ui/useSaving";

/** Admitted matters enter the assistance list by this alone: the draft is brought in line with those in force. */
export function JoinMatters({ edition }: { edition: number }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const path = { params: { path: { id: edition } } };
  const waiting = useQuery(countyQuery.queryOptions("get", "/api/editions/{id}/matters", path)).data
    ?.count;
  const { send, busy, error } = useSaving({
    act: () => county.POST("/api/editions/{id}/matters", path),
    onSaved: ({ data }) => {
      message.success(t("lists.joined", { count: data?.count ?? 0 }));
    },
  });
  if (!waiting) return null;
  return (
    <>
      <Fault error={error} />
      <Button loading={busy} data-testid="join-matters" onClick={() => send()}>
        {t("lists.join", { count: waiting })}
      </Button>
    </>
  );
}
