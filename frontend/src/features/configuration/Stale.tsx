import { useTranslation } from "react-i18next";
import type { ProblemError } from "@/api/problem";
import type { Settings } from "@/api/types";
import { Conflict } from "@/ui/Conflict";
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
    <Conflict
      title={t("configuration.stale", { number })}
      theirs={t("configuration.theirs", { number })}
      rows={[...touched.values()].map((parameter) => ({
        key: parameter.field,
        label: (
          <>
            {parameter.title}
            {clashes.has(parameter.field) && (
              <div className="warned">{t("configuration.both")}</div>
            )}
          </>
        ),
        cells: [base, theirs, mine].map((settings, place) => (
          <Whole
            // biome-ignore lint/suspicious/noArrayIndexKey: three versions, always the same
            key={place}
            parameter={parameter}
            value={valueAt(settings, parameter.path)}
            schema={schema}
          />
        )),
      }))}
      keepMine={() => take(merged, { number, settings: theirs })}
      takeTheirs={() => take({ settings: theirs, conflicts: [] }, { number, settings: theirs })}
    />
  );
}
