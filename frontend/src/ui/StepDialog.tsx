import { useMutation } from "@tanstack/react-query";
import { Form, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/api/problem";
import { Fault } from "./Fault";
import { putFaults } from "./faults";
import { StepField } from "./StepField";
import type { FieldSpec, StepBody, StepForm } from "./step-forms";
import { useOnce } from "./useOnce";

interface Props {
  name: string;
  label: string;
  form: StepForm;
  submit: (body: StepBody) => Promise<unknown>;
  close: () => void;
}

export function StepDialog({ name, label, form, submit, close }: Props) {
  const { t } = useTranslation();
  const [values] = Form.useForm<StepBody>();
  const taking = useMutation({
    mutationFn: ({ seen: _seen, ...body }: StepBody) => submit(body),
    onError: (error) => putFaults(values, problemOf(error).errors),
  });
  const takeOnce = useOnce(taking.mutateAsync);
  const fields = Object.entries(form.fields ?? {});
  const remark: FieldSpec = { kind: "long", required: form.remark === "required" };

  return (
    <Modal
      open
      title={label}
      width={isLarge(form) ? 860 : 560}
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
      <Fault error={taking.error} />
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

/** A paper to be read or fields of one's own need more room. */
const isLarge = ({ intro, fields }: StepForm) =>
  Boolean(intro) ||
  Object.values(fields ?? {}).some(({ kind }) => ["group", "control", "findings"].includes(kind));

const testId = (name: string) => ({ "data-testid": name });
