import { Button, Checkbox, Form, Input, Select } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { formsQuery } from "@/api/forms";
import { newKey } from "@/api/new-key";
import { pathOf } from "@/api/problem";
import type { Matter } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { ScopePicker } from "@/ui/ScopePicker";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { instantOf, isFuture, isLate, nowLocal } from "./entered";

interface Values {
  title: string;
  urgent_ground: string;
  /** `2026-11-22T08:30` in Beijing. */
  entered: string;
  late_reason?: string;
  village_duty: string;
  contact_name: string;
  contact_phone: string;
  not_secret: boolean;
  scope: string[];
}

interface Props {
  hours: number;
  onMade: (matter: Matter) => void;
}

export function EntryForm({ hours, onMade }: Props) {
  const { t } = useTranslation();
  const { must, written, some } = useRules();
  const [form] = Form.useForm<Values>();
  const late = isLate(Form.useWatch("entered", form) ?? "", hours);
  // One key for each entry: a second click, or a retry after a lost answer, finds the same one.
  const key = useRef(newKey());
  const { send, busy, error } = useSaving({
    act: async ({ entered, late_reason = "", ...values }: Values) =>
      (
        await county.POST("/api/urgent-entries", {
          params: { header: { "Idempotency-Key": key.current } },
          body: { ...values, late_reason, entered_at: instantOf(entered) },
        })
      ).data,
    form,
    placeOf: (field) => (field === "entered_at" ? ["entered"] : pathOf(field)),
    onSaved: () => {
      key.current = newKey();
    },
    onFresh: (made) => made && onMade(made),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      name="urgent"
      disabled={busy}
      initialValues={{ entered: nowLocal(), scope: [], not_secret: false }}
      scrollToFirstError
      onFinish={send}
    >
      <Fault error={error} className="gap" />
      <Form.Item name="title" label={t("urgent.name")} rules={written(t("urgent.name"))}>
        <Input maxLength={60} showCount />
      </Form.Item>
      <div className="twocols">
        <Form.Item
          name="urgent_ground"
          label={t("urgent.ground")}
          extra={t("urgent.groundHint")}
          rules={must(t("urgent.ground"))}
        >
          <Grounds />
        </Form.Item>
        <Form.Item
          name="entered"
          label={t("urgent.enteredAt")}
          rules={[
            ...must(t("urgent.enteredAt")),
            {
              validator: (_, value: string) =>
                value && isFuture(value)
                  ? Promise.reject(new Error(t("urgent.future")))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input type="datetime-local" max={nowLocal()} style={{ maxWidth: 260 }} />
        </Form.Item>
      </div>
      {late && (
        <Form.Item
          name="late_reason"
          label={t("urgent.lateReason")}
          extra={t("urgent.lateHint", { hours })}
          rules={written(t("urgent.lateReason"))}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
      )}
      <Form.Item
        name="village_duty"
        label={t("urgent.duty")}
        extra={t("urgent.dutyHint")}
        rules={written(t("urgent.duty"))}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <div className="twocols">
        <Form.Item
          name="contact_name"
          label={t("urgent.contact")}
          rules={written(t("urgent.contact"))}
        >
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item
          name="contact_phone"
          label={t("urgent.phone")}
          rules={written(t("urgent.phone"))}
        >
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
      </div>
      <Form.Item name="scope" label={t("urgent.scope")} required rules={some(t("urgent.scope"))}>
        <ScopePicker />
      </Form.Item>
      <Form.Item
        name="not_secret"
        valuePropName="checked"
        rules={[
          {
            validator: (_, open: boolean) =>
              open ? Promise.resolve() : Promise.reject(new Error(t("urgent.mustBeOpen"))),
          },
        ]}
      >
        <Checkbox>{t("urgent.notSecret")}</Checkbox>
      </Form.Item>
      <Button type="primary" danger htmlType="submit" data-testid="register-urgent" loading={busy}>
        {t("urgent.send")}
      </Button>{" "}
      <span className="muted">{t("urgent.sendHint")}</span>
    </Form>
  );
}

function Grounds(given: { id?: string; value?: string; onChange?: (value: string) => void }) {
  return (
    <Loaded query={formsQuery()}>{({ grounds }) => <Select {...given} options={grounds} />}</Loaded>
  );
}
