import { Alert, Button, Form, Input, Radio, Select } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { township } from "@/api/client";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { newKey } from "@/api/new-key";
import type { CertificateIn, CertificateType } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { Back } from "./Back";
import { typesQuery } from "./queries";
import { Allowed, Route } from "./TypesPage";

/** What the paper's facts call what the form calls otherwise. */
const PLACES: Record<string, string> = { addressee: "demander", certificate: "type" };

/** First which certificate, then for whom: what may not be issued goes no further than its name. */
export function Component() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<CertificateType | null>(null);
  return (
    <div className="touch narrow">
      <div className="pagehead">
        <h1>{t("certify.create")}</h1>
        <div className="end">
          <Back />
        </div>
      </div>
      <Panel title={t("certify.which")}>
        <Loaded query={typesQuery()}>
          {(types) => <Picker types={types} chosen={chosen} choose={setChosen} />}
        </Loaded>
      </Panel>
      {chosen?.standing === "allowed" && <RequestForm key={chosen.id} type={chosen} />}
    </div>
  );
}

interface Picked {
  types: CertificateType[];
  chosen: CertificateType | null;
  choose: (type: CertificateType | null) => void;
}

function Picker({ types, chosen, choose }: Picked) {
  const { t } = useTranslation();
  const options = types.map(({ id, name, standing }) => ({
    value: id,
    label: `${name}（${t(`certify.may.${standing}`)}）`,
  }));
  return (
    <>
      <Select
        size="large"
        style={{ width: "100%" }}
        aria-label={t("certify.which")}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("certify.search")}
        notFoundContent={t("certify.unlisted")}
        value={chosen?.id}
        options={options}
        onChange={(id) => choose(types.find((type) => type.id === id) ?? null)}
      />
      {chosen?.standing === "forbidden" && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="gap"
          title={t("certify.mayNot", { name: chosen.name })}
          description={<Route type={chosen} />}
        />
      )}
      {chosen?.standing === "allowed" && <Allowed type={chosen} />}
    </>
  );
}

type Values = Omit<CertificateIn, "type">;

/** Nothing of it is kept on this machine: it names a person. */
function RequestForm({ type }: { type: CertificateType }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const key = useRef(newKey());
  const { send, busy, over, error } = useSaving({
    act: async (values: Values) => {
      const params = { header: { "Idempotency-Key": key.current } };
      const body = { ...values, type: type.name };
      return (await township.POST("/api/certificates", { params, body })).data;
    },
    form,
    placeOf: (field) => [PLACES[field] ?? field],
    done: t("certify.sent"),
    onFresh: (made) => made && navigate(`/certificates/${made.id}`, { replace: true }),
  });
  return (
    <section className="panel" aria-label={t("certify.forWhom")}>
      <h2>{t("certify.forWhom")}</h2>
      <Fault error={error} className="gap" />
      <Form<Values>
        form={form}
        layout="vertical"
        name="certificate"
        autoComplete="off"
        disabled={busy || over}
        initialValues={{ use: type.use }}
        onFinish={send}
        scrollToFirstError
      >
        <Fields />
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={busy}
          data-testid="certificate-send"
        >
          {t("certify.send")}
        </Button>
      </Form>
    </section>
  );
}

function Fields() {
  const { t } = useTranslation();
  const { must, written } = useRules();
  const { villages } = useMe();
  const kinds = useLabels("demander");
  const item = (name: keyof Values) => {
    const label = t(`certify.fields.${name}`);
    return { name, label, rules: written(label) };
  };
  return (
    <>
      {villages.length > 1 && (
        <Form.Item
          name="village"
          label={t("certify.fields.village")}
          rules={must(t("certify.fields.village"))}
        >
          <Select options={villages.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item {...item("demander_kind")}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <Form.Item {...item("demander")} extra={t("certify.demanderHint")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item {...item("use")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item {...item("person")}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item {...item("text")} extra={t("certify.textHint")}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
    </>
  );
}
