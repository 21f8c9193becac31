import { useQuery } from "@tanstack/react-query";
import { Alert, Form } from "antd";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Application, Check } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { ConflictDialog } from "./ConflictDialog";
import type { Edits, Field } from "./draft";
import { EditingProvider, useEditing } from "./editing";
import { FormProgress } from "./FormProgress";
import { FormSection } from "./FormSection";
import { checksIn, sectionsFor } from "./form-sections";
import { edited, type FormValues, shown } from "./form-values";
import { applicationChecks, applicationHits, applicationOne } from "./queries";
import { Returned, UrgentTerm } from "./Returned";
import { SaveStatus } from "./SaveStatus";
import { useDraft } from "./useDraft";
import { useFaults } from "./useFaults";
import { useForms } from "./useForms";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={applicationOne(id)}>
      {(application) =>
        application.editable ? (
          <ApplicationForm key={application.id} application={application} />
        ) : (
          <ReadOnly application={application} />
        )
      }
    </Loaded>
  );
}

function ReadOnly({ application }: { application: Application }) {
  const { t } = useTranslation();
  return (
    <section className="panel plain">
      <h1>{application.title}</h1>
      <p>
        <StatusTag status={application.status} label={application.status_label} />{" "}
        {t("form.readOnly")}
      </p>
      <Link to={`/applications/${application.id}`}>{t("common.view")}</Link>
    </section>
  );
}

/** The form in sections: saved as it is typed, each condition of submission told beside its section. */
export function ApplicationForm({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { draft, snapshot } = useDraft(application);
  const [restored] = useState(draft.restored);
  const [form] = Form.useForm<FormValues>();
  const checks = useQuery(applicationChecks(application.id)).data ?? null;
  useFaults(form, snapshot, checks);

  const editing = useMemo(
    () => ({
      application,
      fill: (values: Partial<FormValues>) => {
        form.setFieldsValue(values);
        draft.change(edited(values, form.getFieldsValue(true)));
      },
    }),
    [application, draft, form],
  );
  const typed = (changed: Partial<FormValues>, all: FormValues) => {
    // Another type of object asks for other things: what was said for the former one is of no use.
    const renewed = "object_type" in changed ? { extras: {} } : {};
    if ("extras" in renewed) form.setFieldsValue(renewed);
    draft.change(edited({ ...changed, ...renewed }, { ...all, ...renewed }) satisfies Edits);
  };
  const settle = async (mine: Set<Field>) => {
    const theirs = snapshot.conflict?.fields.filter((field) => !mine.has(field)) ?? [];
    await draft.settle(mine);
    const values = shown(draft.values);
    for (const field of theirs) form.setFieldValue(field, values[field]);
  };

  return (
    <>
      <div className="pagehead">
        <h1>{t("form.title")}</h1>
        <SaveStatus snapshot={snapshot} />
        <div className="end">
          <Link to={`/applications/${application.id}`} data-testid="to-detail">
            {t("form.toDetail")}
          </Link>
        </div>
      </div>
      {restored && (
        <Alert
          type="info"
          showIcon
          closable
          title={t("form.restored")}
          style={{ marginBottom: 12 }}
        />
      )}
      <Returned application={application} />
      <UrgentTerm application={application} />
      <EditingProvider value={editing}>
        <Form<FormValues>
          form={form}
          layout="vertical"
          name="application"
          initialValues={shown(draft.values)}
          onValuesChange={typed}
        >
          <Sections checks={checks} />
        </Form>
      </EditingProvider>
      {snapshot.conflict && (
        <ConflictDialog conflict={snapshot.conflict} mine={draft.values} settle={settle} />
      )}
    </>
  );
}

/** Those sections that this application has, with how far they are. */
const Sections = memo(function Sections({ checks }: { checks: Check[] | null }) {
  const { application } = useEditing();
  const { fields } = useForms();
  const hits = useQuery(applicationHits(application.id)).data ?? [];
  const sections = sectionsFor(application.kind, {
    extras: fields.length > 0,
    hits: hits.length > 0,
  });
  return (
    <div className="formlayout">
      <FormProgress sections={sections} checks={checks} />
      <div>
        {sections.map((section) => (
          <FormSection
            key={section}
            section={section}
            checks={checks && checksIn(section, sections, checks)}
          />
        ))}
      </div>
    </div>
  );
});
