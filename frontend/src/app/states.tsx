import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { problemOf } from "@/api/problem";

/** Before the shell is here: plain HTML, so that the first bytes suffice. */
export function Booting() {
  const { t } = useTranslation();
  return (
    <p className="boot" role="status">
      {t("common.loading")}…
    </p>
  );
}

/** A page that could not be drawn at all (its code or the log-in did not arrive, or a defect). */
export function RouteFailure() {
  const { t } = useTranslation();
  const problem = problemOf(useRouteError());
  if (problem.status === 401) return <Booting />;
  return (
    <section className="boot" role="alert">
      <h1>{t("problem.failed")}</h1>
      <p>{problem.code === "offline" ? t("problem.offline") : t("problem.unexpected")}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {t("common.retry")}
      </button>
    </section>
  );
}
