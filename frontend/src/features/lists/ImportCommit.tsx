import { App, Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { TablePreview } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { takeOver } from "./importing";
import { MissingEntries } from "./MissingEntries";

interface Asked {
  reason: string;
  remove_missing?: boolean;
}

/** Why the list changes, and whether what the table does not have leaves; then into the draft. */
export function ImportCommit({ preview }: { preview: TablePreview }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Asked>();
  const { edition_id, sha256, missing, missing_count } = preview;
  const { send, busy, error } = useSaving({
    act: ({ reason, remove_missing = false }: Asked) =>
      takeOver(edition_id, sha256, reason.trim(), remove_missing),
    form,
    onSaved: (made) => {
      if (!made) return;
      const { new: fresh, changed, removed } = made;
      message.success(t("importing.done", { fresh, changed, removed }));
    },
    onFresh: () => navigate(`/lists/editions/${edition_id}`, { replace: true }),
  });
  const label = t("lists.reason");
  return (
    <Form<Asked> form={form} layout="vertical" name="import" onFinish={send}>
      <Fault error={error} />
      {missing_count > 0 && (
        <>
          <MissingEntries entries={missing} count={missing_count} />
          <Form.Item name="remove_missing" valuePropName="checked">
            <Checkbox>{t("importing.removeMissing")}</Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={label} rules={written(label)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={600} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} data-testid="commit">
        {t("importing.commit", { rows: preview.row_count })}
      </Button>
    </Form>
  );
}
