import { Button, Checkbox, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { useLabels } from "@/api/labels";
import type { SampleClause } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";

/** Writes a clause of the library: a new one, or one that is there; contracts hold copies and stay as they are. */
export function SampleButton({ clause }: { clause?: SampleClause }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type={clause ? "default" : "primary"}
        size={clause ? "small" : "middle"}
        aria-label={clause && `${t("common.edit")} ${clause.heading}`}
        onClick={() => setOpen(true)}
      >
        {t(clause ? "common.edit" : "library.add")}
      </Button>
      {open && <SampleDialog clause={clause} close={() => setOpen(false)} />}
    </>
  );
}

type Values = Partial<SampleClause> & { reason: string };

/** What of a clause the library takes; whether it can be judged follows from its measure. */
const WRITTEN = [
  "kind",
  "side",
  "heading",
  "text",
  "mandatory",
  "measure",
  "unit",
  "target",
  "tolerance",
  "grace_days",
  "levels",
  "weight",
  "must_pass",
  "evidence",
  "measured_by",
] as const;

const FRESH = {
  side: "provider",
  evidence: "none",
  measured_by: "purchaser",
  measure: "",
} as const;

function save(clause: SampleClause | undefined, values: Values): Promise<unknown> {
  const typed = { ...FRESH, ...clause, ...values };
  const own = Object.fromEntries(
    WRITTEN.filter((name) => typed[name] !== undefined).map((name) => [name, typed[name]]),
  );
  const body = {
    ...own,
    ...(!typed.measure && { measure: "", weight: 0, must_pass: false }),
    target: typed.target || null,
    reason: values.reason,
  } as never;
  if (!clause) return county.POST("/api/purchase/clauses", { body });
  const params = { path: { id: clause.id } };
  return county.PUT("/api/purchase/clauses/{id}", {
    params,
    body: { ...(body as object), version: clause.version } as never,
  });
}

function SampleDialog({ clause, close }: { clause?: SampleClause; close: () => void }) {
  const { t } = useTranslation();
  const { must, written } = useRules();
  const [form] = Form.useForm<Values>();
  const words = {
    kind: useLabels("clause"),
    side: useLabels("side"),
    measure: useLabels("measure"),
    evidence: useLabels("evidence_asked"),
    measured_by: useLabels("measured_by"),
  };
  const measure = Form.useWatch("measure", form);
  const { send, error, busy } = useSaving({
    act: (values: Values) => save(clause, values),
    form,
    onSaved: close,
  });
  const choice = (name: keyof typeof words, required = true) => (
    <Form.Item
      name={name}
      label={t(`terms.clause.${name}`)}
      rules={required ? must(t(`terms.clause.${name}`)) : []}
    >
      <Select allowClear={!required} options={words[name]} />
    </Form.Item>
  );
  return (
    <Modal
      open
      width={860}
      title={t(clause ? "library.change" : "library.add")}
      okText={t("common.save")}
      cancelText={t("common.cancel")}
      confirmLoading={busy}
      onCancel={close}
      onOk={form.submit}
    >
      <Fault error={error} />
      <Form<Values>
        form={form}
        layout="vertical"
        name="sample"
        initialValues={{ ...FRESH, ...clause }}
        onFinish={send}
      >
        <div className="twocols">
          {choice("kind")}
          {choice("side")}
        </div>
        <Form.Item
          name="heading"
          label={t("terms.clause.heading")}
          rules={written(t("terms.clause.heading"))}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("terms.clause.text")}
          rules={written(t("terms.clause.text"))}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
        <div className="twocols">
          {choice("measure", false)}
          {measure && (
            <>
              <Form.Item name="weight" label={t("terms.clause.weight")}>
                <Input inputMode="decimal" />
              </Form.Item>
              <Form.Item name="unit" label={t("terms.clause.unit")}>
                <Input maxLength={20} />
              </Form.Item>
              <Form.Item name="target" label={t("terms.clause.target")}>
                <Input inputMode="decimal" />
              </Form.Item>
            </>
          )}
        </div>
        <div className="twocols">
          {choice("evidence")}
          {choice("measured_by")}
        </div>
        <Form.Item name="mandatory" valuePropName="checked">
          <Checkbox>{t("terms.library.mandatory")}</Checkbox>
        </Form.Item>
        <Form.Item name="reason" label={t("step.lineReason")} rules={written(t("step.lineReason"))}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={600} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
