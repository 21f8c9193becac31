import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { ListEntry } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { FieldConflict } from "@/ui/FieldConflict";
import { useKept } from "@/ui/useKept";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { EntryField } from "./EntryField";
import { EMPTY, sectionsOf, type Values, valuesOf } from "./entry-fields";
import { entryOne, type Kind } from "./queries";
import { saveEntry, type Written } from "./saving";
import { useValueText } from "./useValueText";

interface Props {
  title: string;
  kind: Kind;
  edition: number;
  entry?: ListEntry;
}

/** All columns of an entry in sections; what is typed stays on this machine until it is saved. */
export function EntryForm({ title, kind, edition, entry }: Props) {
  const { t } = useTranslation();
  const { written } = useRules();
  const told = useValueText();
  const navigate = useNavigate();
  const [form] = Form.useForm<Written>();
  const [base, setBase] = useState(entry);
  const begun: Written = { ...(entry ? valuesOf(entry) : EMPTY), reason: "" };
  const { value, restored, change, forget } = useKept<Written>(
    entry ? `entry.${entry.id}` : `entry.of.${edition}`,
    begun,
  );
  const { send, error, stale, busy, over, reset } = useSaving({
    act: (written: Written) => saveEntry(edition, base, { ...begun, ...written }),
    form,
    done: t("entry.saved"),
    onSaved: forget,
    onFresh: () => navigate(`/lists/editions/${edition}`, { replace: true }),
  });
  const settle = (values: Values, now: ListEntry) => {
    const next = { ...form.getFieldsValue(true), ...values };
    form.setFieldsValue(next);
    change(() => next);
    setBase(now);
    reset();
  };
  const startOver = () => {
    forget();
    change(() => begun);
    form.setFieldsValue(begun);
  };
  return (
    <>
      <div className="pagehead">
        <h1>{title}</h1>
        <div className="end">
          <Link to={`/lists/editions/${edition}`}>{t("common.cancel")}</Link>
        </div>
      </div>
      {restored && (
        <Alert
          type="info"
          showIcon
          title={t("entry.restored")}
          action={
            <Button size="small" onClick={startOver}>
              {t("entry.startOver")}
            </Button>
          }
        />
      )}
      {!stale && <Fault error={error} />}
      {stale && base && (
        <FieldConflict
          title={t("entry.stale")}
          query={entryOne(base.id)}
          valuesOf={valuesOf}
          base={valuesOf(base)}
          mine={{ ...begun, ...form.getFieldsValue(true) }}
          label={(name) => t(`lists.field.${name}`)}
          told={told}
          settle={settle}
        />
      )}
      <Form<Written>
        form={form}
        layout="vertical"
        name="entry"
        initialValues={value}
        disabled={busy || over}
        scrollToFirstError
        onValuesChange={(_, all) => change((now) => ({ ...now, ...all }))}
        onFinish={send}
      >
        {sectionsOf(kind).map((section) => (
          <Panel key={section.name} title={t(`entry.section.${section.name}`)}>
            {section.fields.map((spec) => (
              <EntryField key={spec.name} spec={spec} />
            ))}
          </Panel>
        ))}
        <Panel title={t("entry.section.why")}>
          <Form.Item
            name="reason"
            label={t("lists.reason")}
            extra={t("entry.hint.reason")}
            rules={written(t("lists.reason"))}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={600} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy || over} data-testid="save-entry">
            {t("common.save")}
          </Button>
        </Panel>
      </Form>
    </>
  );
}
