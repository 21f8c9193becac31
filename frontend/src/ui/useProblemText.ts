import { useTranslation } from "react-i18next";
import { OFFLINE, problemOf } from "@/api/problem";

/** The sentence of a failure: the server's own, or ours when it sent none. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const problem = problemOf(error);
    if (problem.code === OFFLINE) return t("problem.offline");
    if (problem.code === "unexpected") return t("problem.unexpected");
    return problem.message || t("problem.unexpected");
  };
}
