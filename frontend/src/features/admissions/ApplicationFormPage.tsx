import { useQuery } from "@tanstack/react-query";
import { Alert, Form } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { problemOf } from "@/api/problem";
import type { Application } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { ConflictDialog } from "./ConflictDialog";
import type { Edits, Field } from "./draft";
import { FormProgress } from "./FormProgress";
import { FormSection } from "./FormSection";
import { SECTION_NAMES } from "./form-sections";
import { edited, type FormValues, shown } from "./form-values";
import { applicationChecks, applicationOne } from "./queries";
import { SaveStatus } from "./SaveStatus";
import { useDraft } from "./useDraft";

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
  const checks = useQuery(applicationChecks(application.id)).data ?? [];
  useEffect(() => {
    const errors = snapshot.state === "failed" ? problemOf(snapshot.error).errors : [];
    const told = errors.map(({ field, detail }) => ({
      name: field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)) as never,
      errors: [detail],
    }));
    // What the form itself has said already is more exact.
    form.setFields(told.filter(({ name }) => form.getFieldError(name).length === 0));
  }, [snapshot, form]);

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
      <div className="formlayout">
        <FormProgress checks={checks} />
        <Form<FormValues>
          form={form}
          layout="vertical"
          name="application"
          initialValues={shown(draft.values)}
          onValuesChange={(changed, all) => draft.change(edited(changed, all) satisfies Edits)}
        >
          {SECTION_NAMES.map((section) => (
            <FormSection key={section} section={section} checks={checks} />
          ))}
        </Form>
      </div>
      {snapshot.conflict && (
        <ConflictDialog conflict={snapshot.conflict} mine={draft.values} settle={settle} />
      )}
    </>
  );
}
