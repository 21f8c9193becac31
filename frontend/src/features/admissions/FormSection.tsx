import { useTranslation } from "react-i18next";
import type { Check } from "@/api/types";
import { useEditing } from "./editing";
import { isUnmet, isWarning, type Section } from "./form-sections";
import { SectionFields } from "./SectionFields";
import { useCheckText } from "./useCheckText";
import { useForms } from "./useForms";

const HINTED = ["parts", "demands", "extras", "hits", "closing", "attachments"] as const;
const isHinted = (section: Section): section is (typeof HINTED)[number] =>
  (HINTED as readonly Section[]).includes(section);

/** A section of the form; beside it what submission will still ask for. */
export function FormSection({ section, checks }: { section: Section; checks: Check[] | null }) {
  const { t } = useTranslation();
  const { application } = useEditing();
  const { label } = useForms();
  const title = t(`form.sections.${section}`);
  return (
    <section
      className="panel formsection"
      id={`section-${section}`}
      aria-labelledby={`h-${section}`}
    >
      <h2 id={`h-${section}`} tabIndex={-1}>
        {title}
      </h2>
      <div>
        {section === "basics" && (
          <p>
            {t("common.pair", {
              label: t("applications.department"),
              value: application.department,
            })}
          </p>
        )}
        {isHinted(section) && (
          <p className="muted">{t(`form.sectionHints.${section}`, { type: label })}</p>
        )}
        {section === "funding" && <p className="muted">{t("form.funding.either")}</p>}
        <SectionFields section={section} />
      </div>
      {section !== "attachments" && (
        <aside aria-label={t("form.checksOf", { section: title })}>
          <h3>{t("form.checks")}</h3>
          <Checks section={section} checks={checks} />
        </aside>
      )}
    </section>
  );
}

function Checks({ section, checks }: { section: Section; checks: Check[] | null }) {
  const { t } = useTranslation();
  const told = useCheckText();
  const unmet = checks?.filter(isUnmet) ?? [];
  return (
    <ul className="checks" data-testid={`checks-${section}`}>
      {unmet.map((check) => (
        <li key={`${check.code}${check.field}`}>{told(check)}</li>
      ))}
      {checks && unmet.length === 0 && <li className="ok">{t("form.met")}</li>}
      {checks?.filter(isWarning).map((check) => (
        <li key={check.code} className="warned">
          {t("common.pair", { label: t("form.warning"), value: check.detail })}
        </li>
      ))}
    </ul>
  );
}
