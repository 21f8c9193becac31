import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRevalidator, useRouteError } from "react-router";
import { problemOf } from "@/api/problem";
import { useOnline } from "@/ui/useOnline";

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
  const { revalidate } = useRevalidator();
  const online = useOnline();
  const problem = problemOf(useRouteError());
  useEffect(() => {
    const again = () => void revalidate();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [revalidate]);
  if (problem.status === 401) return <Booting />;
  const cutOff = problem.code === "offline" || !online;
  return (
    <section className="boot" role="alert">
      <h1>{t("problem.failed")}</h1>
      <p>{t(cutOff ? "problem.offline" : "problem.unexpected")}</p>
      {/* Without a line the whole page would be lost; with one, a newer edition of it may be wanted. */}
      <button type="button" onClick={() => (online ? window.location.reload() : void revalidate())}>
        {t("common.retry")}
      </button>
    </section>
  );
}
