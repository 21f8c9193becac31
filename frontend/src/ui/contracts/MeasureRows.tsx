import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** Where the clause's fields stand in the form. */
type Path = (string | number)[];

/** The steps of a deadline: up to so many days late, this result. */
export function StepRows({ name }: { name: Path }) {
  const { t } = useTranslation();
  return (
    <Rows
      name={[...name, "steps"]}
      title={t("terms.clause.steps")}
      cells={[
        ["days", t("terms.clause.stepDays")],
        ["result", t("terms.clause.stepResult")],
      ]}
    />
  );
}

/** The levels of a scale, each with its meaning in words. */
export function LevelRows({ name }: { name: Path }) {
  const { t } = useTranslation();
  return (
    <Rows
      name={[...name, "levels"]}
      title={t("terms.clause.levels")}
      cells={[
        ["level", t("terms.clause.level")],
        ["anchor", t("terms.clause.anchor")],
      ]}
    />
  );
}

interface Props {
  name: Path;
  title: string;
  cells: [name: string, label: string][];
}

const MOST = 20;

function Rows({ name, title, cells }: Props) {
  const { t } = useTranslation();
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <fieldset className="group">
          <legend>{title}</legend>
          {rows.map(({ key, name: row }) => (
            <div key={key} className="line">
              {cells.map(([cell, label]) => (
                <Form.Item key={cell} name={[row, cell]} label={`${label} ${row + 1}`}>
                  <Input maxLength={200} />
                </Form.Item>
              ))}
              <Button
                size="small"
                aria-label={`${t("common.remove")} ${title} ${row + 1}`}
                onClick={() => remove(row)}
              >
                {t("common.remove")}
              </Button>
            </div>
          ))}
          {rows.length < MOST && (
            <Button type="dashed" size="small" onClick={() => add({})}>
              {t("terms.add", { name: title })}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
