import { useTranslation } from "react-i18next";
import type { Refusal } from "@/api/types";

type Stage = "filed" | "answer" | "ruling" | "acknowledged";

/** What the case has gone through, and what is still to come. */
export function useStages(refusal: Refusal) {
  const { t } = useTranslation();
  const instants: [Stage, string | null][] = [
    ["filed", refusal.filed_at],
    ["answer", refusal.answered_at],
    ["ruling", refusal.ruled_at],
    ["acknowledged", refusal.acknowledged_at],
  ];
  // Only what is contested is ruled on.
  const comes = (stage: Stage) => stage !== "ruling" || refusal.status === "contested";
  return {
    past: instants.flatMap(([stage, at]) =>
      at ? [{ key: stage, label: t(`refuse.course.${stage}`), at }] : [],
    ),
    coming: instants
      .filter(([stage, at]) => !at && comes(stage))
      .map(([stage]) => t(`refuse.course.${stage}`)),
  };
}
