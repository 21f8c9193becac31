import { Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { useLabels } from "@/api/labels";
import type { OpinionAsked } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";

interface Values {
  position: "support" | "no_objection" | "objection";
  text?: string;
}

/** The department's answer; an objection says why. It is given once. */
export function AnswerForm({ opinion }: { opinion: OpinionAsked }) {
  const { t } = useTranslation();
  const { must, written } = useRules();
  const [form] = Form.useForm<Values>();
  const positions = useLabels("position");
  const objects = Form.useWatch("position", form) === "objection";
  const { send, busy, error } = useSaving({
    act: ({ position, text = "" }: Values) =>
      county.POST("/api/opinions/{id}/answer", {
        params: { path: { id: opinion.id } },
        body: { position, text },
      }),
    form,
    placeOf: (field) => [field === "position" ? "position" : "text"],
    done: t("opinions.sent"),
  });
  const label = t("opinions.position");
  const words = t("opinions.text");
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      name={`answer-${opinion.id}`}
      style={{ marginTop: 12 }}
      disabled={busy}
      onFinish={send}
    >
      <Fault error={error} />
      <Form.Item name="position" label={label} rules={must(label)}>
        <Radio.Group aria-label={label} options={positions} />
      </Form.Item>
      <Form.Item
        name="text"
        label={words}
        extra={objects ? t("opinions.whyHint") : undefined}
        rules={objects ? written(words) : []}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" data-testid={`send-${opinion.id}`} loading={busy}>
        {t("opinions.send")}
      </Button>
    </Form>
  );
}
