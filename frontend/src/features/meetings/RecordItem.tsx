import { Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AgendaItem } from "@/api/types";
import { MatterPicker } from "@/ui/MatterPicker";
import { useRules } from "@/ui/useRules";
import { type Outcome, outcomesOf, type Part, partsOf } from "./outcomes";

/** One item: what the office recommended, what came of it, and the words that this outcome needs. */
export function RecordItem({ item, index }: { item: AgendaItem; index: number }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const outcome: Outcome | undefined = Form.useWatch(["items", index, "outcome"]);
  const label = t("meetings.result");
  return (
    <fieldset className="panel recorditem" data-testid={`record-${item.application_id}`}>
      <legend>
        {item.position}. {item.title}
      </legend>
      <p className="muted">
        {[item.department, item.kind_label, item.category_label].join(" · ")}{" "}
        <Link to={`/applications/${item.application_id}`} target="_blank">
          {t("common.view")}
        </Link>
      </p>
      <p className="prose recommends">
        <strong>{t("meetings.recommendation")}</strong> {item.recommendation || t("common.none")}
      </p>
      <Form.Item name={["items", index, "outcome"]} label={label} rules={must(label)}>
        <Radio.Group
          aria-label={t("meetings.resultOf", { title: item.title })}
          options={outcomesOf(item).map((value) => ({
            value,
            label: t(`meetings.outcome.${value}`),
          }))}
        />
      </Form.Item>
      {partsOf(outcome).map((part) => (
        <PartField key={part} part={part} index={index} outcome={outcome} />
      ))}
    </fieldset>
  );
}

function PartField(props: { part: Part; index: number; outcome?: Outcome }) {
  const { t } = useTranslation();
  const { must, written } = useRules();
  const { part, index, outcome } = props;
  const name = ["items", index, part];
  if (part === "conditions") return <Conditions index={index} />;
  const label = t(outcome === "endorse" ? "meetings.opinion" : `meetings.part.${part}`);
  const rules = part === "reasons" ? written : must;
  return (
    <Form.Item name={name} label={label} rules={rules(label)}>
      {part === "matter" ? (
        <MatterPicker<number | null> />
      ) : part === "resubmit_on" ? (
        <Input type="date" style={{ maxWidth: 220 }} />
      ) : (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      )}
    </Form.Item>
  );
}

/** With conditions it is an approval with conditions. */
function Conditions({ index }: { index: number }) {
  const { t } = useTranslation();
  const { written } = useRules();
  return (
    <Form.List name={["items", index, "conditions"]}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => {
            const label = t("meetings.condition", { n: name + 1 });
            return (
              <div key={key} className="line">
                <Form.Item name={name} label={label} rules={written(label)}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={500} />
                </Form.Item>
                <Button
                  size="small"
                  aria-label={`${t("common.remove")} ${label}`}
                  onClick={() => remove(name)}
                >
                  {t("common.remove")}
                </Button>
              </div>
            );
          })}
          <Button type="dashed" onClick={() => add("")}>
            {t("meetings.addCondition")}
          </Button>
        </>
      )}
    </Form.List>
  );
}
