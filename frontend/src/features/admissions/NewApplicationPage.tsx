import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { county } from "@/api/client";
import { newKey } from "@/api/new-key";
import { useOnce } from "@/ui/useOnce";
import { useProblemText } from "@/ui/useProblemText";

/** A draft begins with its name; the rest is filled in on the form. */
export function Component() {
  const { t } = useTranslation();
  const text = useProblemText();
  const navigate = useNavigate();
  // One key per visit: a second click, or a retry after a lost answer, finds the same draft.
  const key = useRef(newKey());
  const creating = useMutation({
    mutationFn: async (title: string) => {
      const header = { "Idempotency-Key": key.current };
      return (await county.POST("/api/applications", { params: { header }, body: { title } })).data;
    },
    onSuccess: (made) => made && navigate(`/applications/${made.id}/edit`, { replace: true }),
  });
  const createOnce = useOnce(creating.mutateAsync);
  return (
    <>
      <div className="pagehead">
        <h1>{t("applications.create")}</h1>
      </div>
      <section className="panel">
        <p>{t("applications.createHint")}</p>
        {creating.isError && (
          <Alert type="error" showIcon title={text(creating.error)} role="alert" />
        )}
        <Form<{ title: string }>
          layout="vertical"
          name="new-application"
          onFinish={({ title }) => createOnce(title)}
        >
          <Form.Item
            name="title"
            label={t("form.fields.title")}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t("common.required", { label: t("form.fields.title") }),
              },
            ]}
          >
            <Input maxLength={60} showCount />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={creating.isPending}>
            {t("applications.start")}
          </Button>
        </Form>
      </section>
    </>
  );
}
