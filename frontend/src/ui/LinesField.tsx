import { Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRules } from "./useRules";

interface Props {
  name: string;
  label: string;
  required?: boolean;
  hint?: ReactNode;
}

const LONGEST = 500;

/** A list of texts, such as all defects of an application: one row each, added and taken away. */
export function LinesField({ name, label, required, hint }: Props) {
  const { t } = useTranslation();
  const { written } = useRules();
  return (
    <fieldset className="basis">
      <legend>{label}</legend>
      {hint && <p className="muted">{hint}</p>}
      <Form.List name={name} initialValue={required ? [""] : []}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <div key={key} className="line">
                <Form.Item
                  name={index}
                  label={t("pick.line", { n: index + 1 })}
                  rules={written(t("pick.line", { n: index + 1 }))}
                >
                  <Input.TextArea
                    autoSize={{ minRows: 1, maxRows: 5 }}
                    maxLength={LONGEST}
                    showCount
                  />
                </Form.Item>
                {(!required || rows.length > 1) && (
                  <Button
                    size="small"
                    aria-label={`${t("common.remove")} ${t("pick.line", { n: index + 1 })}`}
                    onClick={() => remove(index)}
                  >
                    {t("common.remove")}
                  </Button>
                )}
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button
              type="dashed"
              data-testid={`add-${name}`}
              style={{ marginBottom: 12 }}
              onClick={() => add("")}
            >
              {t("pick.add")}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
