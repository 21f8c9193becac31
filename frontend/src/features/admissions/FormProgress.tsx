import { useTranslation } from "react-i18next";
import type { Check } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";
import { SECTION_NAMES, unmetIn } from "./form-sections";

/** How far the form is: each section with whether its conditions are met. */
export function FormProgress({ checks }: { checks: Check[] }) {
  const { t } = useTranslation();
  const failing = checks.filter((check) => !check.ok).length;
  return (
    <nav className="panel formnav" aria-label={t("form.progress")}>
      <h2>{t("form.progress")}</h2>
      <ol>
        {SECTION_NAMES.map((section) => {
          const met = checks.length > 0 && unmetIn(section, checks).length === 0;
          return (
            <li key={section}>
              <a href={`#section-${section}`}>{t(`form.sections.${section}`)}</a>{" "}
              <StatusTag
                status={met ? "done" : "draft"}
                label={t(met ? "form.met" : "form.unmet")}
              />
            </li>
          );
        })}
      </ol>
      {checks.length > 0 && (
        <p role="status" className="muted" data-testid="checks-summary">
          {failing ? t("applications.failing", { count: failing }) : t("applications.allPassed")}
        </p>
      )}
    </nav>
  );
}
