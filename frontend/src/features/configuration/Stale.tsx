import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "@/api/problem";
import type { Settings } from "@/api/types";
import { Whole } from "./Changes";
import { changesBetween, type Rebased } from "./comparing";
import { type Parameter, parametersOf, type Schema, valueAt } from "./schema";

interface Props {
  problem: ProblemError;
  base: Settings;
  mine: Settings;
  schema: Schema;
  rebase: (theirs: Settings) => Rebased;
  take: (merged: Rebased, now: { number: number; settings: Settings }) => void;
}

/** Somebody else has saved a version meanwhile: theirs and mine beside each other, nothing lost. */
export function Stale({ problem, base, mine, schema, rebase, take }: Props) {
  const { t } = useTranslation();
  const number = Number(problem.params.version);
  // Parameters that a version does not know yet are as they were.
  const theirs = { ...base, ...(problem.params.current as Settings) };
  const parameters = parametersOf(schema);
  const touched = new Map<string, Parameter>();
  for (const now of [theirs, mine]) {
    for (const { parameter } of changesBetween(parameters, base, now)) {
      touched.set(parameter.field, parameter);
    }
  }
  const merged = rebase(theirs);
  const clashes = new Set(merged.conflicts.map(({ parameter }) => parameter.field));
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="stale"
      title={t("configuration.stale", { number })}
      description={
        <>
          <p>{t("configuration.staleHint")}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="scroll" aria-label={t("configuration.changes")} tabIndex={0}>
            <table className="plaintable bordered" data-testid="stale">
              <thead>
                <tr>
                  <th scope="col">{t("configuration.parameter")}</th>
                  <th scope="col">{t("configuration.begun")}</th>
                  <th scope="col">{t("configuration.theirs", { number })}</th>
                  <th scope="col">{t("configuration.mine")}</th>
                </tr>
              </thead>
              <tbody>
                {[...touched.values()].map((parameter) => (
                  <tr key={parameter.field}>
                    <th scope="row">
                      {parameter.title}
                      {clashes.has(parameter.field) && (
                        <div className="warned">{t("configuration.both")}</div>
                      )}
                    </th>
                    {[base, theirs, mine].map((settings, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always the same
                      <td key={column}>
                        <Whole
                          parameter={parameter}
                          value={valueAt(settings, parameter.path)}
                          schema={schema}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p>
            <Button
              type="primary"
              data-testid="rebase"
              onClick={() => take(merged, { number, settings: theirs })}
            >
              {t("configuration.keepMine", { number })}
            </Button>{" "}
            <Button
              onClick={() =>
                take({ settings: theirs, conflicts: [] }, { number, settings: theirs })
              }
            >
              {t("configuration.takeTheirs")}
            </Button>
          </p>
        </>
      }
    />
  );
}
