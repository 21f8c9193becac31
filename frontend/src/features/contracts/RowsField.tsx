import { Button, Form } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TermsText } from "@/api/types";

export interface Cell {
  name: string;
  label: string;
  control: ReactNode;
  /** A tick instead of a text. */
  flag?: boolean;
}

interface Props<Row> {
  name: "periods" | "instalments" | "budget" | "bands" | "answers";
  cells: Cell[];
  /** What a new row begins with. */
  fresh: (rows: Row[]) => Row;
  most: number;
  children?: ReactNode;
}

/** A list of the text, one row each: added, written, taken away. */
export function RowsField<Row>({ name, cells, fresh, most, children }: Props<Row>) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<TermsText>();
  const title = t(`terms.field.${name}`);
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <fieldset className="group">
          <legend>{title}</legend>
          {rows.map(({ key, name: place }) => (
            <div key={key} className="line" data-testid={`${name}-${place}`}>
              {cells.map((cell) => (
                <Form.Item
                  key={cell.name}
                  name={[place, cell.name]}
                  label={`${t("terms.row", { name: title, n: place + 1 })} · ${cell.label}`}
                  valuePropName={cell.flag ? "checked" : "value"}
                >
                  {cell.control}
                </Form.Item>
              ))}
              <Button
                size="small"
                aria-label={`${t("common.remove")} ${t("terms.row", { name: title, n: place + 1 })}`}
                onClick={() => remove(place)}
              >
                {t("common.remove")}
              </Button>
            </div>
          ))}
          {children}
          {rows.length < most && (
            <Button
              type="dashed"
              data-testid={`add-${name}`}
              onClick={() => add(fresh((form.getFieldValue(name) ?? []) as Row[]))}
            >
              {t("terms.add", { name: title })}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

/** The number after the last one; a number stays with its row over the versions. */
export const nextNo = (taken: number[]): number => Math.max(0, ...taken) + 1;
