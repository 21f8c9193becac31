import { Alert, App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useDepartments } from "@/api/departments";
import { useLabels } from "@/api/labels";
import type { Posted } from "@/api/outbox";
import type { UrgentReportIn } from "@/api/types";
import { putFaults } from "@/ui/faults";
import { useKept } from "@/ui/useKept";
import { useOnce } from "@/ui/useOnce";
import { useOutbox } from "@/ui/useOutbox";
import { useRules } from "@/ui/useRules";
import { instantOf, isFuture, isLate, wallClock } from "./entered";
import { VillagesField } from "./VillagesField";

type Values = Partial<UrgentReportIn>;

/** A new report, or one that the county's rules refused, to be mended. `entered_at` is the wall clock's here. */
export function Component() {
  const [address] = useSearchParams();
  const { box } = useOutbox();
  const mended = box.find(address.get("mend"));
  const body = mended?.kind === "urgent_report" ? mended.body : null;
  const begin: Values = body
    ? { ...body, entered_at: wallClock(new Date(body.entered_at)) }
    : { entered_at: wallClock(new Date()), scope: [] };
  const name = body ? `urgent.${mended?.key}` : "urgent";
  return <ReportForm key={name} name={name} begin={begin} mends={body ? (mended ?? null) : null} />;
}

function ReportForm({ name, begin, mends }: { name: string; begin: Values; mends: Posted | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { box } = useOutbox();
  const [form] = Form.useForm<Values>();
  const { value, restored, change, forget } = useKept(name, begin);
  const [failure, setFailure] = useState(mends?.fault?.message ?? "");
  const [sending, setSending] = useState(false);
  const [asked, setAsked] = useState(Boolean(mends?.body && "late_reason" in mends.body));
  const entered = Form.useWatch("entered_at", form) ?? value.entered_at ?? "";
  const late = asked || isLate(entered, new Date());

  const tell = (posted: Posted) => {
    setFailure(posted.fault?.message ?? "");
    // The county may have set a shorter term than the usual one.
    setAsked(posted.fault?.errors.some(({ field }) => field === "late_reason") ?? false);
    putFaults(form, posted.fault?.errors ?? []);
  };
  const send = useOnce(async (typed: Values) => {
    setSending(true);
    const body = {
      ...typed,
      late_reason: late ? typed.late_reason : "",
      entered_at: instantOf(typed.entered_at ?? ""),
    } as UrgentReportIn;
    const posted = await box
      .post("urgent_report", body.title, body)
      .finally(() => setSending(false));
    if (posted.state === "faulty") {
      box.drop(posted.key);
      tell(posted);
      return;
    }
    forget();
    if (mends) box.drop(mends.key);
    if (posted.state === "waiting") message.info(t("outbox.kept"));
    navigate(posted.id ? `/urgent/${posted.id}` : "/urgent", { replace: true });
  });

  return (
    <div className="touch narrow">
      <div className="pagehead">
        <h1>{t("report.create")}</h1>
      </div>
      {restored && <Alert type="info" showIcon title={t("outbox.draft")} className="gap" />}
      {failure && <Alert type="error" showIcon role="alert" title={failure} className="gap" />}
      <section className="panel">
        <p className="muted">{t("report.hint")}</p>
        <Form<Values>
          form={form}
          layout="vertical"
          name="urgent-report"
          initialValues={value}
          disabled={sending}
          onValuesChange={(_, all) => change(() => all)}
          onFinish={send}
          scrollToFirstError
        >
          <Fields late={late} />
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={sending}
            data-testid="report-send"
          >
            {t("report.send")}
          </Button>
        </Form>
      </section>
    </div>
  );
}

function Fields({ late }: { late: boolean }) {
  const { t } = useTranslation();
  const { must, written, some } = useRules();
  const departments = useDepartments();
  const grounds = useLabels("urgent_ground");
  const item = (name: keyof Values, text = true) => {
    const label = t(`report.fields.${name}`);
    return {
      name,
      label,
      // A number is no text: the rule on blanks would refuse it.
      rules: text ? written(label) : must(label),
    };
  };
  return (
    <>
      <Form.Item {...item("department", false)}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("refuse.choose")}
          options={departments}
        />
      </Form.Item>
      <Form.Item {...item("title")}>
        <Input maxLength={60} showCount />
      </Form.Item>
      <Form.Item {...item("ground", false)}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("refuse.choose")}
          options={grounds}
        />
      </Form.Item>
      <Form.Item
        {...item("entered_at")}
        extra={t("report.enteredHint")}
        rules={[
          ...item("entered_at").rules,
          {
            validator: (_, wall: string) =>
              isFuture(wall ?? "", new Date())
                ? Promise.reject(new Error(t("report.future")))
                : Promise.resolve(),
          },
        ]}
      >
        <Input type="datetime-local" max={wallClock(new Date())} />
      </Form.Item>
      {late && (
        <Form.Item
          {...item("late_reason")}
          rules={[{ required: true, whitespace: true, message: t("report.late") }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
      )}
      <Form.Item {...item("village_duty")}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <Form.Item {...item("scope", false)} rules={some(t("report.fields.scope"))}>
        <VillagesField />
      </Form.Item>
    </>
  );
}
