import { useTranslation } from "react-i18next";
import { useProblemText } from "@/ui/useProblemText";
import type { Snapshot } from "./draft";

/** Whether what was typed is safe, in words; read out when it changes. */
export function SaveStatus({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const { state, savedAt, error } = snapshot;
  const time = savedAt?.toLocaleTimeString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false });
  const words = {
    saved: time ? t("form.saved", { time }) : "",
    unsaved: t("form.unsaved"),
    saving: t("form.saving"),
    offline: t("form.heldOffline"),
    failed: t("form.failed", { reason: text(error) }),
    conflict: t("form.conflict.title"),
  }[state];
  const bad = state === "failed" || state === "conflict";
  return (
    <span
      role="status"
      className={bad ? "savebad" : "muted"}
      data-testid="save-state"
      data-state={state}
    >
      {words}
    </span>
  );
}
