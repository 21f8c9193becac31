import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { county } from "@/api/client";
import { pathOf, problemOf } from "@/api/problem";
import type { Configuration, Settings } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { useOnce } from "@/ui/useOnce";
import { changesBetween, type Rebased, rebase } from "./comparing";
import { ParameterField } from "./ParameterField";
import { Publishing } from "./Publishing";
import { currentQuery, schemaQuery } from "./queries";
import { Stale } from "./Stale";
import { inGroups, parametersOf, type Schema } from "./schema";

export function Component() {
  return (
    <Loaded query={schemaQuery()}>
      {(schema) => (
        // Asked for once: what somebody saves meanwhile must not change the form under one's hands.
        <Loaded query={{ ...currentQuery(), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }}>
          {(version) => <Editing version={version} schema={schema} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface Base {
  number: number;
  settings: Settings;
}

/** A new version: all parameters in one form, the differences before it is saved, the reason with it. */
function Editing({ version, schema }: { version: Configuration; schema: Schema }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Settings>();
  const [base, setBase] = useState<Base>(version);
  const [settings, setSettings] = useState<Settings>(version.settings);
  const parameters = parametersOf(schema);
  const saving = useMutation({
    mutationFn: (note: string) =>
      county.POST("/api/configuration", {
        body: { based_on: base.number, note, settings: settings as never },
      }),
    onSuccess: async () => {
      message.success(t("configuration.saved"));
      await queries.invalidateQueries();
      navigate("/configuration", { replace: true });
    },
    onError: (error) => {
      const told = problemOf(error)
        .errors.filter(({ field }) => field.startsWith("settings."))
        .map(({ field, detail }) => ({
          name: pathOf(field.slice("settings.".length)) as never,
          errors: [detail],
        }));
      form.setFields(told);
      const [first] = told;
      if (first) form.scrollToField(first.name, { block: "center" });
    },
  });
  const saveOnce = useOnce(saving.mutateAsync);
  const save = async (note: string) => {
    // Faults that the form knows of are shown there; the server is asked only without them.
    try {
      await form.validateFields();
    } catch (fault) {
      const [first] = (fault as { errorFields: { name: never }[] }).errorFields;
      if (first) form.scrollToField(first.name, { block: "center", focus: true });
      return;
    }
    saveOnce(note);
  };
  const take = ({ settings: merged }: Rebased, now: Base) => {
    setBase(now);
    setSettings(merged);
    form.setFieldsValue(merged as never);
    saving.reset();
  };

  const problem = saving.isError ? problemOf(saving.error) : null;
  return (
    <>
      <div className="pagehead">
        <h1>{t("configuration.editing", { number: base.number })}</h1>
        <div className="end">
          <Link to="/configuration">{t("common.cancel")}</Link>
        </div>
      </div>
      {problem?.code === "stale" && (
        <Stale
          problem={problem}
          base={base.settings}
          mine={settings}
          schema={schema}
          rebase={(theirs) => rebase(parameters, base.settings, theirs, settings)}
          take={take}
        />
      )}
      <div className="formlayout">
        <nav className="formnav panel" aria-label={t("configuration.groups")}>
          <ol>
            {inGroups(schema).map(({ group, label }) => (
              <li key={group}>
                <a href={`#group-${group}`}>{label}</a>
              </li>
            ))}
            <li>
              <a href="#publish">{t("configuration.publish")}</a>
            </li>
          </ol>
        </nav>
        <div>
          <Form<Settings>
            form={form}
            layout="vertical"
            name="settings"
            initialValues={version.settings}
            disabled={saving.isPending}
            onValuesChange={(_, all) => setSettings({ ...settings, ...all })}
          >
            {inGroups(schema).map(({ group, label, own }) => (
              <div key={group} id={`group-${group}`} className="anchored">
                <Panel title={label}>
                  <div className={own.length > 2 ? "twocols" : undefined}>
                    {own.map((parameter) => (
                      <ParameterField
                        key={parameter.field}
                        parameter={parameter}
                        schema={schema}
                        settings={settings}
                      />
                    ))}
                  </div>
                </Panel>
              </div>
            ))}
          </Form>
          <Publishing
            changes={changesBetween(parameters, base.settings, settings)}
            schema={schema}
            error={problem?.code === "stale" ? null : saving.error}
            busy={saving.isPending}
            save={save}
          />
        </div>
      </div>
    </>
  );
}
