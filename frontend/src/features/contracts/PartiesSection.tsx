import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { Panel } from "@/ui/DetailPage";
import { ServicePicker } from "./ServicePicker";
import { TextField } from "./TextField";

/** Of whom what is bought, on what ground and in which way. */
export function PartiesSection() {
  const { t } = useTranslation();
  const kinds = useLabels("provider");
  const methods = useLabels("method");
  return (
    <Panel title={t("terms.section.parties")}>
      <TextField name="subject" />
      <Form.Item name="service_code" label={t("terms.field.service_code")}>
        <ServicePicker />
      </Form.Item>
      <TextField name="content" kind="long" />
      <div className="twocols">
        <TextField name="provider_kind" options={kinds} />
        <TextField name="provider" />
      </div>
      <TextField name="basis" kind="long" />
      <div className="twocols">
        <TextField name="method" options={methods} />
        <TextField name="awarded_on" kind="date" />
      </div>
      <TextField name="method_reason" kind="long" />
    </Panel>
  );
}
