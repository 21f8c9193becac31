import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClauseDraft, Terms, TermsText } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { ClauseEditor } from "./ClauseEditor";
import { faultsOf } from "./FaultList";
import { LibraryDialog } from "./LibraryDialog";
import { nextNo } from "./RowsField";
import { useClauses } from "./useClauses";
import { Weights } from "./Weights";

interface Props {
  faults: Terms["faults"];
  write: () => void;
}

const MOST = 200;
const numbersOf = (clauses: ClauseDraft[]) => clauses.map(({ number }) => number);

/** The clauses: written anew, or taken from the library; the fields of one appear when it is opened. */
export function ClausesSection({ faults, write }: Props) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<TermsText>();
  const [opened, setOpened] = useState<number | null>(null);
  const [choosing, setChoosing] = useState(false);
  const clauses = useClauses();
  const put = (next: ClauseDraft[]) => {
    form.setFieldValue("clauses", next);
    write();
  };
  const add = (fresh: Omit<ClauseDraft, "number">[]) => {
    const first = nextNo(numbersOf(clauses));
    put([...clauses, ...fresh.map((one, place) => ({ ...one, number: first + place }))]);
  };
  return (
    <Panel title={t("terms.section.clauses")}>
      <Weights />
      <Form.List name="clauses">
        {(rows, { remove }) =>
          rows.map(({ key, name: place }) => {
            const number = clauses[place]?.number ?? place + 1;
            return (
              <section key={key} className="card" aria-label={t("terms.clause.of", { number })}>
                <ClauseLine
                  clause={clauses[place]}
                  faults={faultsOf(faults, "clauses", place).map(({ detail }) => detail)}
                  open={opened === number}
                  toggle={() => setOpened(opened === number ? null : number)}
                  remove={() => remove(place)}
                />
                {opened === number && (
                  <>
                    <ClauseFaults faults={faultsOf(faults, "clauses", place)} />
                    <ClauseEditor place={place} number={number} />
                  </>
                )}
              </section>
            );
          })
        }
      </Form.List>
      {clauses.length < MOST && (
        <p className="acts">
          <Button
            type="dashed"
            data-testid="add-clause"
            onClick={() => {
              setOpened(nextNo(numbersOf(clauses)));
              add([{ side: "provider", evidence: "none", measured_by: "purchaser" }]);
            }}
          >
            {t("terms.clause.add")}
          </Button>
          <Button data-testid="from-library" onClick={() => setChoosing(true)}>
            {t("terms.samples.open")}
          </Button>
        </p>
      )}
      {choosing && <LibraryDialog clauses={clauses} add={add} close={() => setChoosing(false)} />}
    </Panel>
  );
}

function ClauseFaults({ faults }: Pick<Props, "faults">) {
  if (faults.length === 0) return null;
  return (
    <ul className="checks">
      {faults.map(({ field, detail }) => (
        <li key={field + detail}>{detail}</li>
      ))}
    </ul>
  );
}

interface LineProps {
  clause: ClauseDraft | undefined;
  faults: string[];
  open: boolean;
  toggle: () => void;
  remove: () => void;
}

function ClauseLine({ clause, faults, open, toggle, remove }: LineProps) {
  const { t } = useTranslation();
  if (!clause) return null;
  const head = t("clause.head", {
    number: clause.number,
    heading: clause.heading || t("terms.clause.unnamed"),
  });
  return (
    <div className="ways">
      <Button
        type="link"
        aria-expanded={open}
        data-testid={`clause-${clause.number}`}
        onClick={toggle}
      >
        {head}
      </Button>
      {clause.assessable && (
        <span className="tag tag-still">
          {t("terms.clause.weighs", { weight: figure(clause.weight) || "0" })}
        </span>
      )}
      {clause.must_pass && <span className="tag tag-bad">{t("clause.mustPass")}</span>}
      {faults.length > 0 && (
        <span className="tag tag-warning">
          {t("terms.clause.faults", { count: faults.length })}
        </span>
      )}
      <Button size="small" aria-label={`${t("common.remove")} ${head}`} onClick={remove}>
        {t("common.remove")}
      </Button>
    </div>
  );
}
