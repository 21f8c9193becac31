import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/api/problem";
import { Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { Changes } from "./Changes";
import type { Change } from "./comparing";
import type { Schema } from "./schema";

interface Props {
  changes: Change[];
  schema: Schema;
  error: unknown;
  busy: boolean;
  save: (note: string) => void;
}

/** What will be other than now, and why: without a reason nothing is saved. */
export function Publishing({ changes, schema, error, busy, save }: Props) {
  const { t } = useTranslation();
  const { written } = useRules();
  const label = t("configuration.why");
  const ofNote = problemOf(error).errors.find(({ field }) => field === "note");
  return (
    <div id="publish" className="anchored">
      <Panel title={t("configuration.publish")}>
        <Changes changes={changes} schema={schema} />
        <Fault error={error} description={faultsWithoutField(error)} className="above" />
        <Form<{ note: string }>
          layout="vertical"
          name="note"
          style={{ marginTop: 12 }}
          onFinish={({ note }) => save(note)}
        >
          <Form.Item
            name="note"
            label={label}
            extra={t("configuration.whyHint")}
            validateStatus={ofNote ? "error" : undefined}
            help={ofNote?.detail}
            rules={written(label)}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
          </Form.Item>
          <Button
            type="primary"
            htmlType="submit"
            data-testid="save-configuration"
            loading={busy}
            disabled={changes.length === 0}
          >
            {t("configuration.save")}
          </Button>{" "}
          <span className="muted">{t("configuration.atOnce")}</span>
        </Form>
      </Panel>
    </div>
  );
}

/** A fault of a list as a whole has no field of its own to stand at. */
function faultsWithoutField(error: unknown) {
  const whole = problemOf(error).errors.filter(
    ({ field }) => /^settings\.(courses|forms)(\.\d+)?$/.test(field) || field === "based_on",
  );
  return whole.length ? whole.map(({ detail }) => <div key={detail}>{detail}</div>) : undefined;
}
