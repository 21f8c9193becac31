import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScopePicker } from "@/ui/ScopePicker";
import { Decimal, numberRules } from "./FormField";

const MOST = 20;

/** The matters that a split leads to; what a part leaves empty it takes from the application. */
export function PartsField() {
  const { t } = useTranslation();
  return (
    <Form.List name="parts">
      {(rows, { add, remove }, { errors, warnings }) => (
        <>
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="basis" data-testid={`part-${name}`}>
              <legend>{t("form.part.item", { n: name + 1 })}</legend>
              <Part index={name} />
              <Button
                size="small"
                style={{ marginBottom: 12 }}
                aria-label={`${t("common.remove")} ${t("form.part.item", { n: name + 1 })}`}
                onClick={() => remove(name)}
              >
                {t("common.remove")}
              </Button>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} warnings={warnings} />
          {rows.length < MOST && (
            <Button
              type="dashed"
              data-testid="add-part"
              onClick={() => add({ title: "", village_duty: "", scope: [] })}
            >
              {t("form.part.add")}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function Part({ index }: { index: number }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={[index, "title"]} label={t("form.fields.title")}>
        <Input maxLength={60} showCount />
      </Form.Item>
      <Form.Item name={[index, "village_duty"]} label={t("form.fields.village_duty")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <div className="twocols">
        <Form.Item
          name={[index, "person_days"]}
          label={t("form.part.person_days")}
          rules={numberRules("days", t)}
        >
          <Decimal places={1} />
        </Form.Item>
        <Form.Item
          name={[index, "funding_amount"]}
          label={t("form.part.funding_amount")}
          rules={numberRules("money", t)}
        >
          <Decimal places={2} />
        </Form.Item>
      </div>
      <Form.Item name={[index, "scope"]} label={t("form.fields.scope")}>
        <PartScope />
      </Form.Item>
    </>
  );
}

interface Given {
  id?: string;
  value?: string[];
  onChange?: (codes: string[]) => void;
}

/** The whole scope of the application, or some of its villages. */
function PartScope({ id, value = [], onChange }: Given) {
  const { t } = useTranslation();
  const scope = (Form.useWatch("scope") as string[] | undefined) ?? [];
  const [own, setOwn] = useState(value.length > 0);
  return (
    <>
      <Radio.Group
        id={id}
        aria-label={t("form.fields.scope")}
        value={own}
        options={[
          { value: false, label: t("form.part.wholeScope") },
          { value: true, label: t("form.part.ownScope") },
        ]}
        onChange={({ target }) => {
          setOwn(target.value);
          if (!target.value) onChange?.([]);
        }}
      />
      {own && <ScopePicker among={scope} value={value} onChange={onChange} />}
    </>
  );
}
