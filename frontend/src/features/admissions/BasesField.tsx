import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** Legal bases: each names its document, article and version (clause 1.3b). */
export function BasesField() {
  const { t } = useTranslation();
  return (
    <Form.List name="legal_bases">
      {(items, { add, remove }) => (
        <>
          {items.map(({ key, name }) => (
            <fieldset key={key} className="basis">
              <legend>{t("form.basis.item", { n: name + 1 })}</legend>
              <div className="twocols">
                <Form.Item name={[name, "document"]} label={t("form.basis.document")}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, "article"]} label={t("form.basis.article")}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, "version"]} label={t("form.basis.version")}>
                  <Input maxLength={200} />
                </Form.Item>
              </div>
              <Form.Item name={[name, "quotation"]} label={t("form.basis.quotation")}>
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
              </Form.Item>
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
          <Button type="dashed" onClick={() => add()} data-testid="add-basis">
            {t("form.basis.add")}
          </Button>
        </>
      )}
    </Form.List>
  );
}
