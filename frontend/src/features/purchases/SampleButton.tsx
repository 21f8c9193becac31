import { Button, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SampleClause } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useSaving } from "@/ui/useSaving";
import { SampleFields } from "./SampleFields";
import { FRESH, saveSample, type Written } from "./samples";

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

function SampleDialog({ clause, close }: { clause?: SampleClause; close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const { send, error, busy } = useSaving({
    act: (written: Written) => saveSample(clause, written),
    form,
    onSaved: close,
  });
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
      <Form<Written>
        form={form}
        layout="vertical"
        name="sample"
        initialValues={{ ...FRESH, ...clause }}
        onFinish={send}
      >
        <SampleFields />
      </Form>
    </Modal>
  );
}
