import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useRules } from "@/ui/useRules";

/** One article of a law; `under` is the field that holds it where it is part of something. */
export function BasisFields({ under, known }: { under?: string; known?: { document: string } }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const named = (field: string) => (under ? [under, field] : field);
  const label = t("bases.document");
  return (
    <>
      <Form.Item
        name={named("document")}
        label={label}
        initialValue={known?.document}
        rules={written(label)}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="twocols">
        <Form.Item name={named("article")} label={t("bases.article")}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name={named("document_number")} label={t("bases.number")}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name={named("version")} label={t("bases.version")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={named("valid_from")} label={t("bases.validFrom")}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name={named("quotation")} label={t("bases.quotation")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
    </>
  );
}
