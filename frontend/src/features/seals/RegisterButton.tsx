import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { countyQuery } from "@/api/client";
import { useLabels } from "@/api/labels";
import { Fault } from "@/ui/Fault";
import { useSettled } from "@/ui/SearchSelect";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { type NewSeal, registerSeal } from "./queries";

/** Registers an office's own seal from its picture; the one in use ends with it. */
export function RegisterButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" data-testid="register-seal" onClick={() => setOpen(true)}>
        {t("seals.register")}
      </Button>
      {open && <RegisterDialog close={() => setOpen(false)} />}
    </>
  );
}

/** The server names whose seal it is by one of two fields. */
const placeOf = (field: string) => [
  field === "organisation" || field === "village" ? "holder" : field,
];

function RegisterDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const navigate = useNavigate();
  const ranks = useLabels("seal_rank");
  const [form] = Form.useForm<NewSeal>();
  const { send, error, busy } = useSaving({
    act: registerSeal,
    form,
    placeOf,
    onFresh: ({ data }) => data && navigate(`/seals/${data.id}`),
  });
  return (
    <Modal
      open
      title={t("seals.register")}
      okText={t("seals.register")}
      cancelText={t("common.cancel")}
      confirmLoading={busy}
      onCancel={close}
      onOk={form.submit}
      mask={{ closable: false }}
    >
      <p>{t("seals.registerHint")}</p>
      <Fault error={error} />
      <Form<NewSeal> form={form} layout="vertical" name="seal" onFinish={send} scrollToFirstError>
        <Form.Item name="holder" label={t("seals.holder")} rules={must(t("seals.holder"))}>
          <HolderField />
        </Form.Item>
        <Form.Item name="name" label={t("seals.name")} rules={must(t("seals.name"))}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="rank" label={t("seals.rank")} rules={must(t("seals.rank"))}>
          <Select options={ranks} />
        </Form.Item>
        <Form.Item
          name="diameter_mm"
          label={t("seals.diameter")}
          rules={must(t("seals.diameter"))}
          extra={t("seals.diameterHint")}
        >
          <Input inputMode="decimal" maxLength={5} />
        </Form.Item>
        <Form.Item name="valid_until" label={t("seals.validUntil")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="image"
          label={t("seals.image")}
          rules={must(t("seals.image"))}
          extra={t("seals.imageHint")}
          getValueFromEvent={(event) => event.target.files?.[0]}
          valuePropName="file"
        >
          <FileField />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** antd's form keeps the file itself; the browser's field shows its name. */
function FileField({ id, onChange }: { id?: string; onChange?: (event: unknown) => void }) {
  return <input id={id} type="file" accept="image/png,image/svg+xml" onChange={onChange} />;
}

interface HolderProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** An organisation of the county or a village, found by its name. */
function HolderField({ id, value, onChange }: HolderProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useSettled(words);
  const organisations = useQuery(countyQuery.queryOptions("get", "/api/organisations", {}));
  const villages = useQuery({
    ...countyQuery.queryOptions("get", "/api/villages", { params: { query: { q, limit: 20 } } }),
    placeholderData: keepPreviousData,
  });
  const named = (organisations.data ?? []).filter(({ name }) => name.includes(q)).slice(0, 30);
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t("seals.holderHint")}
      options={[
        {
          label: t("seals.organisations"),
          options: named.map((one) => ({ value: `organisation:${one.id}`, label: one.name })),
        },
        {
          label: t("seals.villages"),
          options: (villages.data?.items ?? []).map((one) => ({
            value: `village:${one.id}`,
            label: `${one.township_name} ${one.name}`,
          })),
        },
      ]}
    />
  );
}
