import { useTranslation } from "react-i18next";
import type { Application } from "@/api/types";
import { Facts, Panel } from "@/ui/DetailPage";
import type { Field } from "./draft";
import { FieldValue } from "./FieldValue";
import { fieldsOf, type Section, sectionsFor } from "./form-sections";

/** Told among the basic facts already, or shown by their own panels. */
const ELSEWHERE = new Set<Field>([
  "contact_name",
  "contact_phone",
  "object_type",
  "category",
  "concerns",
  "title",
  "scope",
  "starts_on",
  "ends_on",
  "hit_answers",
  "not_secret",
]);
/** Worth a line only where something stands in them. */
const IF_ANY = new Set<Field>([
  "negative_entry",
  "new_facts",
  "no_cost_reason",
  "authorised_content",
  "authority_scope",
  "funding_standard",
  "funding_channel",
  "personal_data",
  "personal_data_purpose",
  "personal_data_retention",
]);

const isEmpty = (value: unknown) =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

function shownIn(section: Section, application: Application): Field[] {
  return fieldsOf(section, application.kind).filter(
    (field) => !ELSEWHERE.has(field) && !(IF_ANY.has(field) && isEmpty(application[field])),
  );
}

/** The application in full, in the order of its form. */
export function Content({ application }: { application: Application }) {
  const { t } = useTranslation();
  const extras = Object.keys(application.extras).length > 0;
  const sections = sectionsFor(application.kind, { extras, hits: false }).filter(
    (section) => shownIn(section, application).length > 0,
  );
  return (
    <Panel title={t("applications.content")}>
      {sections.map((section) => (
        <section key={section} aria-label={t(`form.sections.${section}`)} className="contentpart">
          <h3>{t(`form.sections.${section}`)}</h3>
          <Facts
            rows={shownIn(section, application).map((field) => [
              t(`form.fields.${field}`),
              <FieldValue key={field} field={field} of={application} />,
            ])}
          />
        </section>
      ))}
    </Panel>
  );
}
