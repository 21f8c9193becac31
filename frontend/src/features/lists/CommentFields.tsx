import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useRules } from "@/ui/useRules";

/** What is thought of it, and why; "no objection" is said to the whole draft, and needs no words. */
export function CommentFields({ whole }: { whole: boolean }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const options = [
    { value: "proposal", label: t("lists.position.proposal") },
    { value: "objection", label: t("lists.position.objection") },
  ];
  const label = t("lists.opinion");
  return (
    <>
      <Form.Item name="position" label={t("lists.attitude")} initialValue="proposal">
        <Radio.Group
          aria-label={t("lists.attitude")}
          options={
            whole
              ? [{ value: "no_objection", label: t("lists.position.no_objection") }, ...options]
              : options
          }
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue("position") !== "no_objection" && (
            <Form.Item name="text" label={label} rules={written(label)}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}
