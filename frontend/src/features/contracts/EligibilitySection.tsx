import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { TermsText } from "@/api/types";
import { Findings } from "@/ui/contracts/Findings";
import { Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { useCheck } from "./useCheck";

interface Props {
  village: number;
  write: () => void;
}

/** Whether what is written may be bought; questions are answered here and stay with the text. */
export function EligibilitySection({ village, write }: Props) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<TermsText>();
  const subject = Form.useWatch("subject", form);
  const description = Form.useWatch("content", form);
  const service_code = Form.useWatch("service_code", form);
  const provider_kind = Form.useWatch("provider_kind", form);
  const provider = Form.useWatch("provider", form);
  const given = Form.useWatch("answers", { form, preserve: true });
  const answers = Object.fromEntries((given ?? []).map(({ code, answer }) => [code, answer ?? ""]));
  const check = useCheck(
    subject?.trim() && provider_kind && provider?.trim()
      ? { subject, description, service_code, provider_kind, provider, village }
      : null,
  );
  const answer = (code: string, text: string) => {
    const others = (given ?? []).filter((one) => one.code !== code);
    form.setFieldValue("answers", [...others, { code, answer: text }]);
    write();
  };
  return (
    <Panel title={t("eligible.title")}>
      <Fault error={check.error} />
      {check.data ? (
        <Findings check={check.data} answers={answers} answer={answer} />
      ) : (
        <p className="muted">{t("eligible.waiting")}</p>
      )}
    </Panel>
  );
}
