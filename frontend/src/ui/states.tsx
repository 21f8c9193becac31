import { Button, Result, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "@/api/problem";
import { useProblemText } from "./useProblemText";

export function Loading() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className="panel">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}

export function Missing() {
  const { t } = useTranslation();
  return <Plain status="404" title={t("problem.missing")} hint={t("problem.missingHint")} />;
}

/** What could not be shown, and what to do about it. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const { status } = problemOf(error);
  if (status === 401) return <Loading />;
  if (status === 404) return <Missing />;
  if (status === 403) {
    return <Plain status="403" title={t("problem.forbidden")} hint={t("problem.forbiddenHint")} />;
  }
  return (
    <div role="alert" className="panel">
      <Result
        status="warning"
        title={text(error)}
        extra={onRetry && <Button onClick={onRetry}>{t("common.retry")}</Button>}
      />
    </div>
  );
}

function Plain({ status, title, hint }: { status: "403" | "404"; title: string; hint: string }) {
  const { t } = useTranslation();
  return (
    <section className="panel plain" data-testid={`state-${status}`}>
      <h1>{title}</h1>
      <p>{hint}</p>
      <Link to="/">{t("common.home")}</Link>
    </section>
  );
}
