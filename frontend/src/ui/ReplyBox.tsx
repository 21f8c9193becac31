import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { problemOf } from "@/api/problem";
import type { Opinion } from "@/api/types";
import { useOnce } from "./useOnce";
import { useProblemText } from "./useProblemText";

/** The office's answer to an objection; it is given where the objection stands. */
export function ReplyBox({ opinion }: { opinion: Opinion }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const text = useProblemText();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ reply: string }>();
  const label = t("opinion.replyTo", { who: opinion.who });
  const sending = useMutation({
    mutationFn: (body: { reply: string }) =>
      county.POST("/api/opinions/{id}/reply", { params: { path: { id: opinion.id } }, body }),
    onSuccess: async () => {
      message.success(t("opinion.replied"));
      await queries.invalidateQueries();
    },
    onError: (error) =>
      form.setFields([
        { name: "reply", errors: problemOf(error).errors.map(({ detail }) => detail) },
      ]),
  });
  const sendOnce = useOnce(sending.mutateAsync);
  return (
    <Form
      form={form}
      layout="vertical"
      name={`reply-${opinion.id}`}
      disabled={sending.isPending}
      onFinish={sendOnce}
    >
      {sending.isError && <Alert type="error" showIcon title={text(sending.error)} role="alert" />}
      <Form.Item
        name="reply"
        label={label}
        rules={[{ required: true, whitespace: true, message: t("common.required", { label }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Button htmlType="submit" loading={sending.isPending}>
        {t("opinion.replySend")}
      </Button>
    </Form>
  );
}
