import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { county, countyQuery } from "@/api/client";
import { useOnce } from "@/ui/useOnce";
import { useProblemText } from "@/ui/useProblemText";

/** Admitted matters enter the assistance list by this alone: the draft is brought in line with those in force. */
export function JoinMatters({ edition }: { edition: number }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const text = useProblemText();
  const queries = useQueryClient();
  const path = { params: { path: { id: edition } } };
  const waiting = useQuery(countyQuery.queryOptions("get", "/api/editions/{id}/matters", path)).data
    ?.count;
  const joining = useMutation({
    mutationFn: () => county.POST("/api/editions/{id}/matters", path),
    onSuccess: async ({ data }) => {
      message.success(t("lists.joined", { count: data?.count ?? 0 }));
      await queries.invalidateQueries();
    },
  });
  const joinOnce = useOnce<void>(() => joining.mutateAsync());
  if (!waiting) return null;
  return (
    <>
      {joining.isError && <Alert type="error" showIcon role="alert" title={text(joining.error)} />}
      <Button loading={joining.isPending} data-testid="join-matters" onClick={() => joinOnce()}>
        {t("lists.join", { count: waiting })}
      </Button>
    </>
  );
}
