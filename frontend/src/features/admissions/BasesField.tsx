import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { BasisPicker } from "./BasisPicker";
import { useForms } from "./useForms";

const LEVELS = ["law", "regulation", "central", "provincial", "municipal", "county"] as const;

/** Legal bases: each names its document, article and version (clause 1.3b), picked from the register or typed. */
export function BasesField() {
  const { t } = useTranslation();
  const { needsSuperiorBasis } = useForms();
  return (
    <Form.List name="legal_bases">
      {(items, { add, remove }, { errors, warnings }) => (
        <fieldset className="group">
          <legend>{t("form.fields.legal_bases")}</legend>
          {needsSuperiorBasis && <p className="note">{t("form.basis.superior")}</p>}
          {items.map(({ key, name }) => (
            <fieldset key={key} className="basis">
              <legend>{t("form.basis.item", { n: name + 1 })}</legend>
              <Basis index={name} />
              <Button
                size="small"
                style={{ marginBottom: 12 }}
                aria-label={`${t("common.remove")} ${t("form.basis.item", { n: name + 1 })}`}
                onClick={() => remove(name)}
              >
                {t("common.remove")}
              </Button>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} warnings={warnings} />
          <div className="addrow">
            <BasisPicker onPick={add} />
            <Button type="dashed" onClick={() => add({})} data-testid="add-basis">
              {t("form.basis.add")}
            </Button>
          </div>
        </fieldset>
      )}
    </Form.List>
  );
}

function Basis({ index }: { index: number }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="twocols">
        <Form.Item name={[index, "document"]} label={t("form.basis.document")}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[index, "article"]} label={t("form.basis.article")}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[index, "version"]} label={t("form.basis.version")}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[index, "level"]} label={t("form.basis.level")}>
          <Select
            allowClear
            options={LEVELS.map((value) => ({ value, label: t(`form.basis.levels.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name={[index, "quotation"]} label={t("form.basis.quotation")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </>
  );
}
