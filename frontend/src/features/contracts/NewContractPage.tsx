import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useLabels } from "@/api/labels";
import { newKey } from "@/api/new-key";
import { villagesQuery } from "@/api/villages";
import { Findings, hindranceOf } from "@/ui/contracts/Findings";
import { Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { begin, type Wanted } from "./beginning";
import { ServicePicker } from "./ServicePicker";
import { useCheck } from "./useCheck";
import { VillageFields } from "./VillageFields";

/** Of whom is what to be bought: checked while it is typed, refused with its legal basis. */
export function Component() {
  const { t } = useTranslation();
  const { must, written } = useRules();
  const navigate = useNavigate();
  const kinds = useLabels("provider");
  const [form] = Form.useForm<Wanted>();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const key = useRef(newKey());
  const check = useCheck(useAsked(Form.useWatch([], form)));
  const hindrance = hindranceOf(check.data ?? undefined, answers);
  const { send, error, busy, over } = useSaving({
    act: (wanted: Wanted) => begin(wanted, answers, key.current),
    form,
    onFresh: (made) =>
      made && navigate(`/contracts/${made.contract}/terms/${made.terms}`, { replace: true }),
  });
  return (
    <>
      <div className="pagehead">
        <h1>{t("contracts.create")}</h1>
        <div className="end">
          <Link to="/contracts">{t("common.cancel")}</Link>
        </div>
      </div>
      <Fault error={error} />
      <Form<Wanted>
        form={form}
        layout="vertical"
        name="contract"
        disabled={busy || over}
        scrollToFirstError
        onFinish={(wanted) => !hindrance && send(wanted)}
      >
        <Panel title={t("contracts.parties")}>
          <VillageFields />
          <Form.Item
            name="provider_kind"
            label={t("contracts.providerKind")}
            extra={t("contracts.providerHint")}
            rules={must(t("contracts.providerKind"))}
          >
            <Select options={kinds} />
          </Form.Item>
        </Panel>
        <Panel title={t("contracts.what")}>
          <Form.Item
            name="subject"
            label={t("contracts.subject")}
            rules={written(t("contracts.subject"))}
          >
            <Input maxLength={100} showCount />
          </Form.Item>
          <Form.Item
            name="service_code"
            label={t("contracts.service")}
            extra={t("contracts.serviceHint")}
          >
            <ServicePicker />
          </Form.Item>
        </Panel>
        <Panel title={t("eligible.title")}>
          <Fault error={check.error} />
          {check.data ? (
            <Findings
              check={check.data}
              answers={answers}
              answer={(name, text) => setAnswers((now) => ({ ...now, [name]: text }))}
            />
          ) : (
            <p className="muted">{t("eligible.waiting")}</p>
          )}
          {hindrance && (
            <p className="savebad" role="status" data-testid="hindrance">
              {t(`eligible.hindrance.${hindrance}`)}
            </p>
          )}
          <Button
            type="primary"
            htmlType="submit"
            disabled={hindrance !== null || busy || over}
            data-testid="begin"
          >
            {t("contracts.begin")}
          </Button>
        </Panel>
      </Form>
    </>
  );
}

/** What can be checked so far; null while there is not enough. */
function useAsked(wanted: Wanted | undefined) {
  const village = useQuery(villagesQuery()).data?.find(({ id }) => id === wanted?.village);
  const kinds = useLabels("provider");
  if (!wanted?.subject?.trim() || !wanted.provider_kind) return null;
  const kind = kinds.find(({ value }) => value === wanted.provider_kind)?.label ?? "";
  return {
    subject: wanted.subject.trim(),
    service_code: wanted.service_code || "",
    provider_kind: wanted.provider_kind,
    provider: `${village?.name ?? ""}${kind}`,
    village: wanted.village,
  };
}
