import { Button, Checkbox, Form, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { Settings } from "@/api/types";
import type { Given } from "@/ui/step-forms";
import { CONDITIONS, type CourseField, inOrder, LIMITS, optionsOf, titleOf } from "./overrides";
import { type Schema, valueAt } from "./schema";

interface Props {
  index: number;
  schema: Schema;
  settings: Settings;
  remove: () => void;
}

/** One special course. What is left open is as usual, and the usual number stands in the empty field. */
export function CourseCard({ index, schema, settings, remove }: Props) {
  const { t } = useTranslation();
  const at = (field: CourseField) => [index, field];
  return (
    <fieldset className="basis" data-testid={`course-${index}`}>
      <legend>{t("configuration.course", { n: index + 1 })}</legend>
      <div className="twocols">
        {CONDITIONS.map((field) => (
          <Form.Item key={field} name={at(field)} label={titleOf(schema, field)}>
            <Select
              allowClear
              placeholder={t("configuration.any")}
              options={optionsOf(schema, field)}
            />
          </Form.Item>
        ))}
        <Form.Item name={at("first_review")} label={titleOf(schema, "first_review")}>
          <Select
            allowClear
            placeholder={t("configuration.usual")}
            options={[
              { value: true, label: t("configuration.yes") },
              { value: false, label: t("configuration.no") },
            ]}
          />
        </Form.Item>
      </div>
      {(["consult", "bodies"] as const).map((field) => (
        <Form.Item key={field} name={at(field)} label={titleOf(schema, field)}>
          <OneOrUsual schema={schema} field={field} />
        </Form.Item>
      ))}
      <div className="twocols">
        {LIMITS.map((field) => (
          <Form.Item
            key={field}
            name={at(field)}
            label={titleOf(schema, field)}
            rules={[
              {
                type: "number",
                min: 1,
                max: 120,
                message: t("configuration.outside", { min: 1, max: 120 }),
              },
            ]}
          >
            <InputNumber
              style={{ width: 160 }}
              placeholder={t("configuration.usualDays", {
                n: Number(valueAt(settings, [field])),
              })}
            />
          </Form.Item>
        ))}
      </div>
      <Button danger size="small" style={{ marginBottom: 12 }} onClick={remove}>
        {t("configuration.removeCourse", { n: index + 1 })}
      </Button>
    </fieldset>
  );
}

/** As usual, or these and no others. */
function OneOrUsual(
  props: Given<string[] | null> & { schema: Schema; field: "consult" | "bodies" },
) {
  const { t } = useTranslation();
  const { id, value, onChange, schema, field } = props;
  const own = Array.isArray(value);
  return (
    <div id={id} tabIndex={-1}>
      <Switch
        size="small"
        aria-label={t("configuration.own", { what: titleOf(schema, field) })}
        checked={own}
        onChange={(on) =>
          onChange?.(on ? optionsOf(schema, field).map(({ value: one }) => one) : null)
        }
      />{" "}
      {own ? (
        <Checkbox.Group
          value={value}
          options={optionsOf(schema, field)}
          onChange={(chosen) => onChange?.(inOrder(schema, field, chosen))}
        />
      ) : (
        <span className="muted">{t("configuration.usual")}</span>
      )}
    </div>
  );
}
