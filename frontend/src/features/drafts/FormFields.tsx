import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { PaperFormField } from "@/api/types";

type Place = (string | number)[];

/** The fields of a paper, made from the server's description; a draft may have gaps, so none is demanded here. */
export function FormFields({ fields, at = [] }: { fields: PaperFormField[]; at?: Place }) {
  return fields.map((field) => <OneField key={field.name} field={field} at={at} />);
}

function OneField({ field, at }: { field: PaperFormField; at: Place }) {
  if (field.many) return <Rows field={field} at={at} />;
  if (field.type === "group") {
    return (
      <fieldset className="basis">
        <legend>{field.title}</legend>
        <FormFields fields={field.fields} at={[...at, field.name]} />
      </fieldset>
    );
  }
  return (
    <Form.Item name={[...at, field.name]} label={field.title} required={field.required}>
      {control(field)}
    </Form.Item>
  );
}

function control({ type, max_length }: PaperFormField) {
  const maxLength = max_length ?? undefined;
  switch (type) {
    case "date":
      return <Input type="date" />;
    case "time":
      return <Input type="datetime-local" />;
    case "line":
      return <Input maxLength={maxLength} />;
    default:
      return (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={maxLength} showCount />
      );
  }
}

/** A list of texts or of small groups: one row each, added and taken away. */
function Rows({ field, at }: { field: PaperFormField; at: Place }) {
  const { t } = useTranslation();
  const { name, title, type, fields, most, required } = field;
  return (
    <fieldset className="basis">
      <legend className={required ? "needed" : undefined}>{title}</legend>
      <Form.List name={[...at, name]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name: index }) => {
              const line = t("pick.line", { n: index + 1 });
              return (
                <div key={key} className={type === "group" ? "basis" : "line"}>
                  {type === "group" ? (
                    <RowOfGroup fields={fields} index={index} label={`${title} ${line}`} />
                  ) : (
                    <Form.Item name={index} label={line}>
                      {control(field)}
                    </Form.Item>
                  )}
                  <Button
                    size="small"
                    aria-label={`${t("common.remove")} ${title} ${line}`}
                    onClick={() => remove(index)}
                  >
                    {t("common.remove")}
                  </Button>
                </div>
              );
            })}
            <Form.ErrorList errors={errors} />
            <Button
              type="dashed"
              data-testid={`add-${name}`}
              disabled={most !== null && rows.length >= most}
              onClick={() => add(type === "group" ? {} : "")}
            >
              {t("drafts.addRow", { title })}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function RowOfGroup(props: { fields: PaperFormField[]; index: number; label: string }) {
  return (
    <fieldset className="row" aria-label={props.label}>
      <FormFields fields={props.fields} at={[props.index]} />
    </fieldset>
  );
}
