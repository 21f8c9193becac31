import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { addEvidence } from "@/api/evidence";
import type { Refusal } from "@/api/types";
import { useOnce } from "@/ui/useOnce";
import { useProblemText } from "@/ui/useProblemText";

const ACCEPTED = ".pdf,.jpg,.jpeg,.png";

/** One file that goes with the refusal, if there is one; it stays in the township. */
export function Evidence({ refusal, mine }: { refusal: Refusal; mine: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const text = useProblemText();
  const queries = useQueryClient();
  const id = useId();
  const sending = useMutation({
    mutationFn: (file: File) => addEvidence(refusal.id, file),
    onSuccess: async () => {
      message.success(t("refuse.evidenceAdded"));
      await queries.invalidateQueries();
    },
  });
  const send = useOnce(sending.mutateAsync);
  const name = refusal.evidence_name;
  return (
    <>
      {name && (
        <p>
          <a href={`/api/refusals/${refusal.id}/evidence`} download>
            {name}
          </a>
        </p>
      )}
      <p className="muted">{t("refuse.evidenceHint")}</p>
      {sending.isError && <Alert type="error" showIcon role="alert" title={text(sending.error)} />}
      {mine && (
        <div className="plainform">
          <label htmlFor={id}>{t(name ? "refuse.evidenceReplace" : "refuse.evidenceAdd")}</label>
          <input
            id={id}
            type="file"
            accept={ACCEPTED}
            disabled={sending.isPending}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = "";
              if (file) send(file);
            }}
          />
        </div>
      )}
    </>
  );
}
