import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { useLabels } from "@/api/labels";
import { problemOf } from "@/api/problem";
import type { OpinionAsked } from "@/api/types";
import { useOnce } from "@/ui/useOnce";
import { useProblemText } from "@/ui/useProblemText";

interface Values {
  position: "support" | "no_objection" | "objection";
  text?: string;
}

/** The department's answer; an objection says why. It is given once. */
export function AnswerForm({ opinion }: { opinion: OpinionAsked }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const text = useProblemText();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const positions = useLabels("position");
  const objects = Form.useWatch("position", form) === "objection";
  const answering = useMutation({
    mutationFn: ({ position, text: words = "" }: Values) =>
      county.POST("/api/opinions/{id}/answer", {
        params: { path: { id: opinion.id } },
        body: { position, text: words },
      }),
    onSuccess: async () => {
      message.success(t("opinions.sent"));
      await queries.invalidateQueries();
    },
    onError: (error) =>
      form.setFields(
        problemOf(error).errors.map(({ field, detail }) => ({
          name: field === "position" ? "position" : "text",
          errors: [detail],
        })),
      ),
  });
  const answerOnce = useOnce(answering.mutateAsync);
  const label = t("opinions.position");
  const words = t("opinions.text");
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      name={`answer-${opinion.id}`}
      style={{ marginTop: 12 }}
      disabled={answering.isPending}
      onFinish={answerOnce}
    >
      {answering.isError && (
        <Alert type="error" showIcon role="alert" title={text(answering.error)} />
      )}
      <Form.Item
        name="position"
        label={label}
        rules={[{ required: true, message: t("common.required", { label }) }]}
      >
        <Radio.Group aria-label={label} options={positions} />
      </Form.Item>
      <Form.Item
        name="text"
        label={words}
        extra={objects ? t("opinions.whyHint") : undefined}
        rules={[
          { required: objects, whitespace: true, message: t("common.required", { label: words }) },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        data-testid={`send-${opinion.id}`}
        loading={answering.isPending}
      >
        {t("opinions.send")}
      </Button>
    </Form>
  );
}
