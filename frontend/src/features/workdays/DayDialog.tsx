import { Button, Form, Input, Modal, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import type { CalendarDay, YearCalendar } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { day as written } from "@/ui/text";
import { useSaving } from "@/ui/useSaving";
import { span } from "./days";

interface Values {
  to: string;
  working: boolean;
  name: string;
  reason: string;
}

interface Props {
  calendar: YearCalendar;
  day: CalendarDay;
  close: () => void;
}

/** Says of a day, or of several on end, that people work or rest on it, and why. */
export function DayDialog({ calendar, day, close }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const path = { year: calendar.year };
  const { send, busy, error } = useSaving({
    act: async ({ rule, to, working, name, reason }: Values & { rule?: boolean }) => {
      const days = span(calendar, day.date, to || day.date);
      if (rule) {
        const body = { dates: days.map(({ date }) => date), reason: reason ?? "" };
        return county.POST("/api/calendar/{year}/back-to-rule", { params: { path }, body });
      }
      const body = {
        days: days.map(({ date }) => ({ date, working, name: name ?? "" })),
        reason: reason ?? "",
      };
      return county.PUT("/api/calendar/{year}/days", { params: { path }, body });
    },
    form,
    placeOf: ofDay,
    done: t("calendar.saved"),
    onSaved: close,
  });
  const to = Form.useWatch("to", form) || day.date;
  const working = Form.useWatch("working", form) ?? !day.working;
  return (
    <Modal
      open
      title={written(day.date)}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button
          key="rule"
          disabled={busy}
          onClick={() => send({ ...form.getFieldsValue(), rule: true })}
        >
          {t("calendar.backToRule")}
        </Button>,
        <Button key="cancel" onClick={close}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={busy}
          data-testid="save-day"
          onClick={() => form.submit()}
        >
          {t("common.save")}
        </Button>,
      ]}
    >
      <Fault error={error} />
      <Form<Values>
        form={form}
        layout="vertical"
        name="day"
        disabled={busy}
        initialValues={{ to: day.date, working: !day.working, name: day.name, reason: "" }}
        onFinish={send}
      >
        <Form.Item name="to" label={t("calendar.until")} extra={t("calendar.untilHint")}>
          <Input
            type="date"
            min={day.date}
            max={`${calendar.year}-12-31`}
            style={{ maxWidth: 220 }}
          />
        </Form.Item>
        <Form.Item name="working" label={t("calendar.what")}>
          <Radio.Group
            aria-label={t("calendar.what")}
            options={[
              { value: false, label: t("calendar.rests") },
              { value: true, label: t("calendar.works") },
            ]}
          />
        </Form.Item>
        <p role="status">
          {t("calendar.willBe", {
            count: span(calendar, day.date, to).length,
            what: t(working ? "calendar.works" : "calendar.rests"),
          })}
        </p>
        <Form.Item name="name" label={t("calendar.name")} extra={t("calendar.nameHint")}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="reason" label={t("calendar.reason")}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Faults come row by row; a span shares its name, and its days are asked for by the last one. */
function ofDay(field: string): [keyof Values] | null {
  if (field.endsWith(".name")) return ["name"];
  return field.endsWith(".date") ? ["to"] : null;
}
