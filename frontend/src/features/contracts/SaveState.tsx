import { useTranslation } from "react-i18next";
import { useProblemText } from "@/ui/useProblemText";
import type { SaveState as State } from "./useTermsDraft";

/** Whether what was typed is safe, in words; read out when it changes. */
export function SaveState({ state, error }: { state: State; error: unknown }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const bad = state === "failed" || state === "conflict";
  const words =
    state === "failed"
      ? t("terms.save.failed", { reason: text(error) })
      : t(`terms.save.${state as "saved"}`);
  return (
    <p
      role="status"
      className={bad ? "savebad" : "muted"}
      data-testid="save-state"
      data-state={state}
    >
      {words}
    </p>
  );
}
