import { Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import type { LegalBasis } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";
import type { StepBody } from "@/ui/step-forms";
import { useRules } from "@/ui/useRules";
import { BasisFields } from "./BasisFields";
import { basisIn } from "./basis-in";

/** From a day on the article no longer holds; what holds instead, if anything does. */
export function ReplaceBasis({ basis }: { basis: LegalBasis }) {
  const { t } = useTranslation();
  return (
    <>
      <DialogButton
        name="replace-basis"
        label={t("bases.replace")}
        form={{
          fields: { ended_on: { kind: "group", render: () => <Fields basis={basis} /> } },
          remark: false,
          danger: true,
        }}
        submit={({ ended_on, by }) =>
          county.POST("/api/legal-bases/{id}/replace", {
            params: { path: { id: basis.id } },
            body: { ended_on: String(ended_on), by: by ? basisIn(by as StepBody) : null },
          })
        }
      />
      <p className="muted">{t("bases.replaceHint")}</p>
    </>
  );
}

function Fields({ basis }: { basis: LegalBasis }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const label = t("bases.endedOn");
  return (
    <>
      <Form.Item name="ended_on" label={label} rules={must(label)}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="replaced" valuePropName="checked">
        <Checkbox>{t("bases.replaced")}</Checkbox>
      </Form.Item>
      <Form.Item noStyle dependencies={["replaced"]}>
        {({ getFieldValue }) =>
          getFieldValue("replaced") && <BasisFields under="by" known={basis} />
        }
      </Form.Item>
    </>
  );
}
