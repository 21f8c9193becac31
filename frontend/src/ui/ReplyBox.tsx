import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import type { Opinion } from "@/api/types";
import { Fault } from "./Fault";
import { useRules } from "./useRules";
import { useSaving } from "./useSaving";

/** The office's answer to an objection; it is given where the objection stands. */
export function ReplyBox({ opinion }: { opinion: Opinion }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const [form] = Form.useForm<{ reply: string }>();
  const label = t("opinion.replyTo", { who: opinion.who });
  const { send, busy, error } = useSaving({
    act: (body: { reply: string }) =>
      county.POST("/api/opinions/{id}/reply", { params: { path: { id: opinion.id } }, body }),
    form,
    placeOf: () => ["reply"],
    done: t("opinion.replied"),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      name={`reply-${opinion.id}`}
      disabled={busy}
      onFinish={send}
    >
      <Fault error={error} />
      <Form.Item name="reply" label={label} rules={written(label)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t("opinion.replySend")}
      </Button>
    </Form>
  );
}
