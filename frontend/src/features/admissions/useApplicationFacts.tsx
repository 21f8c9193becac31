import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import type { Application } from "@/api/types";
import { ScopeText } from "@/ui/ScopeText";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, PeriodText, Prose } from "@/ui/text";
import { Concerned } from "./values";

type Fact = [label: string, value: ReactNode];

/** What the application is, in a few lines. */
export function useApplicationFacts(application: Application): Fact[] {
  const { t } = useTranslation();
  const urgent = useUrgentFacts(application);
  const { kind_label: kind, object_type_label: type, category_label: category } = application;
  const facts: (Fact | false)[] = [
    [t("applications.department"), application.department],
    [t("form.fields.kind"), t("form.legend", { kind, type, category })],
    application.concerns.length > 0 && [
      t("form.fields.concerns"),
      <Concerned key="concerns" ids={application.concerns} />,
    ],
    application.matters.length > 0 && [
      t("applications.matter"),
      <Matters key="matters" matters={application.matters} />,
    ],
    ...urgent,
    [t("form.fields.scope"), <ScopeText key="scope" codes={application.scope} />],
    [t("matters.period"), <Term key="term" application={application} />],
    [
      t("applications.contact"),
      <Prose
        key="contact"
        text={`${application.contact_name} ${application.contact_phone}`.trim()}
      />,
    ],
    application.configuration !== null && [
      t("applications.configuration"),
      t("applications.configurationVersion", { number: application.configuration }),
    ],
  ];
  return facts.filter((fact) => fact !== false);
}

/** Of what entered villages first: when, on which ground, and why it was registered late. */
function useUrgentFacts(application: Application): Fact[] {
  const { t } = useTranslation();
  const grounds = useLabels("urgent_ground");
  const { entered_at, urgent_ground, late_reason } = application;
  if (!entered_at) return [];
  const facts: Fact[] = [
    [t("applications.entered"), <DateText key="entered" value={entered_at} time />],
    [t("applications.ground"), labelOf(grounds, urgent_ground)],
  ];
  return late_reason ? [...facts, [t("applications.lateReason"), late_reason]] : facts;
}

/** What it brought into being; a split brings several. */
function Matters({ matters }: { matters: Application["matters"] }) {
  return (
    <ul className="plainlist">
      {matters.map(({ id, code, title, status, status_label }) => (
        <li key={id}>
          <Link to={`/matters/${id}`}>{code}</Link> {title}{" "}
          <StatusTag status={status} label={status_label} />
        </li>
      ))}
    </ul>
  );
}

/** A request that points at a matter has no beginning of its own. */
function Term({ application }: { application: Application }) {
  const { starts_on, ends_on } = application;
  return starts_on ? <PeriodText from={starts_on} to={ends_on} /> : <DateText value={ends_on} />;
}
