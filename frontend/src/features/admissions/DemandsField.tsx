import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { StatusTag } from "@/ui/StatusTag";

interface Demand {
  name?: string;
  basis?: string;
}

/** Boards, ledgers, forms, apps and certificates that come along: each is checked by itself. */
export function DemandsField() {
  const { t } = useTranslation();
  const kinds = useLabels("demand");
  return (
    <Form.List name="demands">
      {(rows, { add, remove }, { errors, warnings }) => (
        <>
          {rows.length === 0 && <p className="muted">{t("form.demand.empty")}</p>}
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="basis" data-testid={`demand-${name}`}>
              <legend>
                {t("form.demand.item", { n: name + 1 })} <State index={name} />
              </legend>
              <div className="twocols">
                <Form.Item name={[name, "kind"]} label={t("form.demand.kind")}>
                  <Select options={kinds} />
                </Form.Item>
                <Form.Item name={[name, "name"]} label={t("form.demand.name")}>
                  <Input maxLength={200} />
                </Form.Item>
              </div>
              <Form.Item name={[name, "basis"]} label={t("form.demand.basis")}>
                <Input maxLength={200} />
              </Form.Item>
              <Button
                size="small"
                style={{ marginBottom: 12 }}
                aria-label={`${t("common.remove")} ${t("form.demand.item", { n: name + 1 })}`}
                onClick={() => remove(name)}
              >
                {t("common.remove")}
              </Button>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} warnings={warnings} />
          <Button
            type="dashed"
            data-testid="add-demand"
            onClick={() => add({ kind: kinds[0]?.value, name: "", basis: "" })}
          >
            {t("form.demand.add")}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function State({ index }: { index: number }) {
  const { t } = useTranslation();
  const demand = Form.useWatch(["demands", index]) as Demand | undefined;
  const met = Boolean(demand?.name?.trim() && demand.basis?.trim());
  return (
    <StatusTag
      status={met ? "done" : "returned"}
      label={t(met ? "form.demand.met" : "form.demand.unmet")}
    />
  );
}
