import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { problemOf } from "@/api/problem";
import type { YearCalendar } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { useOnce } from "@/ui/useOnce";
import { useProblemText } from "@/ui/useProblemText";
import { remarkable } from "./days";

interface Values {
  source: string;
  note: string;
  confirmed: boolean;
}

/** From the moment on which a year is said to be complete, it counts. */
export function EnterYear({ calendar }: { calendar: YearCalendar }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const text = useProblemText();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const bare = remarkable(calendar).length === 0;
  const entering = useMutation({
    mutationFn: (values: Values) =>
      county.POST("/api/calendar/{year}/enter", {
        params: { path: { year: calendar.year } },
        body: { ...values, confirmed: values.confirmed ?? false },
      }),
    onSuccess: async () => {
      message.success(t("calendar.counted", { year: calendar.year }));
      await queries.invalidateQueries();
    },
    onError: (error) =>
      form.setFields(
        problemOf(error).errors.map(({ field, detail }) => ({
          name: field as keyof Values,
          errors: [detail],
        })),
      ),
  });
  const enterOnce = useOnce(entering.mutateAsync);
  return (
    <Panel title={t("calendar.enter", { year: calendar.year })}>
      <p>{t("calendar.enterHint")}</p>
      {entering.isError && (
        <Alert type="error" showIcon role="alert" title={text(entering.error)} />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        name="enter-year"
        initialValues={{ source: "", note: "", confirmed: false }}
        onFinish={enterOnce}
      >
        <div className="twocols">
          <Form.Item name="source" label={t("calendar.source")} extra={t("calendar.sourceHint")}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="note" label={t("calendar.note")}>
            <Input maxLength={500} />
          </Form.Item>
        </div>
        {bare && (
          <Form.Item name="confirmed" valuePropName="checked">
            <Checkbox>{t("calendar.bare")}</Checkbox>
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={entering.isPending} data-testid="enter">
          {t("calendar.enter", { year: calendar.year })}
        </Button>
      </Form>
    </Panel>
  );
}
