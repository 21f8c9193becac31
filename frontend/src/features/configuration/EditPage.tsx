import { Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { county } from "@/api/client";
import { pathOf, problemOf } from "@/api/problem";
import type { Configuration, Settings } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { useSaving } from "@/ui/useSaving";
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

/** The server names a parameter with what it is part of. */
const OWN = "settings.";

interface Base {
  number: number;
  settings: Settings;
}

/** A new version: all parameters in one form, the differences before it is saved, the reason with it. */
function Editing({ version, schema }: { version: Configuration; schema: Schema }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Settings>();
  const [base, setBase] = useState<Base>(version);
  const [settings, setSettings] = useState<Settings>(version.settings);
  const parameters = parametersOf(schema);
  const { send, busy, error, stale, reset } = useSaving({
    act: (note: string) =>
      county.POST("/api/configuration", {
        body: { based_on: base.number, note, settings: settings as never },
      }),
    form,
    placeOf: (field) => (field.startsWith(OWN) ? pathOf(field.slice(OWN.length)) : null),
    done: t("configuration.saved"),
    onFresh: () => navigate("/configuration", { replace: true }),
  });
  const save = async (note: string) => {
    // Faults that the form knows of are shown there; the server is asked only without them.
    try {
      await form.validateFields();
    } catch (fault) {
      const [first] = (fault as { errorFields: { name: never }[] }).errorFields;
      if (first) form.scrollToField(first.name, { block: "center", focus: true });
      return;
    }
    send(note);
  };
  const take = ({ settings: merged }: Rebased, now: Base) => {
    setBase(now);
    setSettings(merged);
    form.setFieldsValue(merged as never);
    reset();
  };

  return (
    <>
      <div className="pagehead">
        <h1>{t("configuration.editing", { number: base.number })}</h1>
        <div className="end">
          <Link to="/configuration">{t("common.cancel")}</Link>
        </div>
      </div>
      {stale && (
        <Stale
          problem={problemOf(error)}
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
            disabled={busy}
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
            error={stale ? null : error}
            busy={busy}
            save={save}
          />
        </div>
      </div>
    </>
  );
}
