import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/api/problem";
import { StepField } from "./StepField";
import { useOnce } from "./useOnce";
import { useProblemText } from "./useProblemText";

export type StepBody = Record<string, unknown>;

export interface FieldSpec {
  kind: "text" | "long" | "date" | "findings" | "seen";
  required?: boolean;
}

/** A step's form as data: its fields in order. The remark is asked for last, unless told otherwise. */
export interface StepForm {
  fields?: Record<string, FieldSpec>;
  /** false: no remark is asked for; "required": it must be written. */
  remark?: false | "required";
  danger?: boolean;
  /** Shown above the fields, such as the paper that must be read first. */
  intro?: ReactNode;
}

export type StepForms = Record<string, StepForm>;

interface Props {
  name: string;
  label: string;
  form: StepForm;
  submit: (body: StepBody) => Promise<unknown>;
  close: () => void;
}

export function StepDialog({ name, label, form, submit, close }: Props) {
  const { t } = useTranslation();
  const text = useProblemText();
  const [values] = Form.useForm<StepBody>();
  const taking = useMutation({
    mutationFn: ({ seen: _seen, ...body }: StepBody) => submit(body),
    onError: (error) =>
      values.setFields(
        problemOf(error).errors.map(({ field, detail }) => ({ name: field, errors: [detail] })),
      ),
  });
  const takeOnce = useOnce(taking.mutateAsync);
  const fields = Object.entries(form.fields ?? {});
  const remark: FieldSpec = { kind: "long", required: form.remark === "required" };

  return (
    <Modal
      open
      title={label}
      width={form.intro ? 860 : 560}
      style={{ top: 32 }}
      okText={label}
      cancelText={t("common.cancel")}
      confirmLoading={taking.isPending}
      okButtonProps={{
        danger: form.danger,
        disabled: taking.isPending,
        ...testId(`confirm-${name}`),
      }}
      onOk={() => values.submit()}
      onCancel={close}
      mask={{ closable: false }}
    >
      <p>{t("step.ask", { step: label })}</p>
      {form.intro}
      {taking.isError && <Alert type="error" showIcon title={text(taking.error)} role="alert" />}
      <Form
        form={values}
        layout="vertical"
        name={`form-${name}`}
        disabled={taking.isPending}
        onFinish={takeOnce}
        scrollToFirstError
      >
        {fields.map(([field, spec]) => (
          <StepField key={field} name={field} spec={spec} />
        ))}
        {form.remark !== false && <StepField name="remark" spec={remark} />}
      </Form>
    </Modal>
  );
}

const testId = (name: string) => ({ "data-testid": name });
