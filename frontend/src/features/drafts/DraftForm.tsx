import { Alert, Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft, PaperForm } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { FieldConflict } from "@/ui/FieldConflict";
import { ScopePicker } from "@/ui/ScopePicker";
import { useKept } from "@/ui/useKept";
import { useSaving } from "@/ui/useSaving";
import { FormFields } from "./FormFields";
import { sent, shown, type Typed } from "./fields";
import { draftOne, saveDraft } from "./queries";

type Values = Typed & { scope?: string[] };

/** The paper as it is typed; what was typed stays on this machine until it is saved. */
export function DraftForm({ draft, form: { fields } }: { draft: Draft; form: PaperForm }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [base, setBase] = useState(draft);
  const valuesOf = (one: Draft): Values => ({
    ...Object.fromEntries(fields.map(({ name }) => [name, undefined])),
    ...shown(fields, one.facts as Typed),
    scope: one.scope,
  });
  const { value, restored, change, forget } = useKept<Values>(`draft.${draft.id}`, valuesOf(draft));
  const { send, error, stale, busy, reset } = useSaving({
    act: ({ scope, ...typed }: Values) =>
      saveDraft(draft.id, {
        version: base.version,
        facts: sent(fields, typed),
        scope: scope ?? [],
      }),
    form,
    done: t("drafts.saved"),
    onSaved: ({ data }) => {
      forget();
      if (data) setBase(data);
    },
  });
  const settle = (values: Values, now: Draft) => {
    form.setFieldsValue(values);
    change(() => values);
    setBase(now);
    reset();
  };
  return (
    <>
      {restored && <Alert type="info" showIcon title={t("entry.restored")} />}
      {!stale && <Fault error={error} />}
      {stale && (
        <FieldConflict
          title={t("drafts.stale")}
          query={draftOne(draft.id)}
          valuesOf={valuesOf}
          base={valuesOf(base)}
          mine={form.getFieldsValue(true)}
          label={(name) => fields.find((one) => one.name === name)?.title ?? t("drafts.scope")}
          told={(_, field) => <pre className="source">{toldOf(field)}</pre>}
          settle={settle}
        />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        name="draft"
        initialValues={value}
        disabled={busy}
        onValuesChange={() => change(() => form.getFieldsValue(true))}
        onFinish={() => send(form.getFieldsValue(true))}
      >
        <FormFields fields={fields} />
        <Form.Item name="scope" label={t("drafts.scope")} extra={t("drafts.scopeHint")}>
          <ScopePicker />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="save-draft">
          {t("common.save")}
        </Button>
      </Form>
    </>
  );
}

const toldOf = (value: unknown): string =>
  typeof value === "string" ? value : value ? JSON.stringify(value, null, 1) : "";
