import { Button, Drawer, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import type { ClauseDraft, Simulation, Terms } from "@/api/types";
import { MeasureFields } from "@/ui/contracts/MeasureFields";
import { Fault } from "@/ui/Fault";
import { isMeasured, type Measured } from "@/ui/measures";
import { useSaving } from "@/ui/useSaving";
import { SimulatedScore } from "./SimulatedScore";

interface Props {
  terms: Terms;
  /** What is still being typed goes to the server first: it is what is simulated. */
  before?: () => Promise<void>;
}

type Values = Record<string, Measured>;

/** What score an assumed course of events would give, before anything is signed. */
export function Simulator({ terms, before }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="acts">
        <Button data-testid="simulate" onClick={() => setOpen(true)}>
          {t("terms.simulate.open")}
        </Button>
      </p>
      <Drawer
        open={open}
        size={720}
        title={t("terms.simulate.title")}
        destroyOnHidden
        onClose={() => setOpen(false)}
      >
        <Assumptions terms={terms} before={before} />
      </Drawer>
    </>
  );
}

const assessed = ({ text }: Terms) =>
  (text.clauses ?? []).filter(({ assessable, measure }) => assessable && measure);

function Assumptions({ terms, before }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [found, setFound] = useState<Simulation | undefined>();
  const clauses = assessed(terms);
  const { send, error, busy } = useSaving({
    act: async (values: Values) => {
      await before?.();
      return simulate(terms.id, eventsOf(clauses, values));
    },
    onSaved: setFound,
  });
  if (clauses.length === 0) return <p className="muted">{t("terms.simulate.none")}</p>;
  return (
    <Form<Values> form={form} layout="vertical" name="simulation" onFinish={send}>
      <p>{t("terms.simulate.hint")}</p>
      {clauses.map((clause) => (
        <fieldset key={clause.number} className="group">
          <legend>
            {t("clause.head", { number: clause.number, heading: clause.heading ?? "" })}
          </legend>
          <MeasureFields name={[`c${clause.number}`]} clause={measurable(clause)} />
        </fieldset>
      ))}
      <Fault error={error} />
      <Button type="primary" htmlType="submit" loading={busy} data-testid="run-simulation">
        {t("terms.simulate.run")}
      </Button>
      {found && <SimulatedScore found={found} clauses={clauses} />}
    </Form>
  );
}

const measurable = ({ number, measure, unit, levels }: ClauseDraft) => ({
  number,
  measure: measure ?? "",
  unit: unit ?? "",
  levels: levels ?? [],
});

const eventsOf = (clauses: ClauseDraft[], values: Values) =>
  clauses.flatMap(({ number, measure }) => {
    const given = values[`c${number}`];
    return given && isMeasured(measure ?? "", given) ? [{ number, ...given }] : [];
  });

async function simulate(id: number, events: object[]): Promise<Simulation | undefined> {
  const params = { path: { id } };
  const body = { events: events as never };
  return (await county.POST("/api/contract-terms/{id}/simulate", { params, body })).data;
}
