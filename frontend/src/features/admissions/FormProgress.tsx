import { useTranslation } from "react-i18next";
import type { Check } from "@/api/types";
import { useMedia, WIDE } from "@/ui/useMedia";
import { checksIn, isUnmet, type Section } from "./form-sections";

interface Props {
  sections: Section[];
  checks: Check[] | null;
}

/** How far the form is: each section with what it lacks; folded away on a phone. */
export function FormProgress({ sections, checks }: Props) {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  const lacking = (section: Section) =>
    checksIn(section, sections, checks ?? []).filter(isUnmet).length;
  const met = sections.filter((section) => lacking(section) === 0).length;
  const failing = checks?.filter(isUnmet).length;
  return (
    <nav className="panel formnav" aria-label={t("form.progress")}>
      <details open={wide}>
        <summary>
          <strong>{t("form.progress")}</strong>{" "}
          {checks && (
            <span className="muted">{t("form.sectionsMet", { n: met, m: sections.length })}</span>
          )}
        </summary>
        <ol>
          {sections.map((section) => (
            <Line key={section} section={section} lacking={checks && lacking(section)} />
          ))}
        </ol>
      </details>
      {checks && (
        <p role="status" className="muted" data-testid="checks-summary">
          {failing ? t("applications.failing", { count: failing }) : t("applications.allPassed")}
        </p>
      )}
    </nav>
  );
}

function Line({ section, lacking }: { section: Section; lacking: number | null }) {
  const { t } = useTranslation();
  return (
    <li className={lacking === 0 ? "ok" : undefined}>
      <a href={`#section-${section}`}>{t(`form.sections.${section}`)}</a>
      {lacking !== null && (
        <span>{lacking ? t("form.unmetCount", { count: lacking }) : t("form.met")}</span>
      )}
    </li>
  );
}
