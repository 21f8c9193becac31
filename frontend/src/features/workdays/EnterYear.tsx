import { Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import type { YearCalendar } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { useSaving } from "@/ui/useSaving";
import { remarkable } from "./days";

interface Values {
  source: string;
  note: string;
  confirmed: boolean;
}

/** From the moment on which a year is said to be complete, it counts. */
export function EnterYear({ calendar }: { calendar: YearCalendar }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const bare = remarkable(calendar).length === 0;
  const { send, busy, error } = useSaving({
    act: (values: Values) =>
      county.POST("/api/calendar/{year}/enter", {
        params: { path: { year: calendar.year } },
        body: { ...values, confirmed: values.confirmed ?? false },
      }),
    form,
    done: t("calendar.counted", { year: calendar.year }),
  });
  return (
    <Panel title={t("calendar.enter", { year: calendar.year })}>
      <p>{t("calendar.enterHint")}</p>
      <Fault error={error} />
      <Form<Values>
        form={form}
        layout="vertical"
        name="enter-year"
        initialValues={{ source: "", note: "", confirmed: false }}
        onFinish={send}
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
        <Button type="primary" htmlType="submit" loading={busy} data-testid="enter">
          {t("calendar.enter", { year: calendar.year })}
        </Button>
      </Form>
    </Panel>
  );
}
