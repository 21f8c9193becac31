/** How clauses are measured: which raw figures each measure asks for, and how they are said. */

import type { TFunction } from "i18next";
import type { Judged, SignedClause } from "@/api/types";
import { figure, hundredths } from "./decimals";

export const RAW = {
  boolean: ["done"],
  count: ["actual"],
  ratio: ["actual"],
  deadline: ["days_late"],
  sample: ["sampled", "passed"],
  survey: ["valid_answers", "satisfied", "fairly"],
  scale: ["level"],
} as const;

export type MeasureKind = keyof typeof RAW;
export type RawName = (typeof RAW)[MeasureKind][number];
export const MEASURES = Object.keys(RAW) as MeasureKind[];

/** What was measured of one clause, as it is typed; `not_applicable` stands in place of all figures. */
export interface Measured {
  done?: boolean | null;
  actual?: string | number | null;
  days_late?: number | null;
  sampled?: number | null;
  passed?: number | null;
  valid_answers?: number | null;
  satisfied?: number | null;
  fairly?: number | null;
  level?: number | null;
  not_applicable?: string | null;
  reason?: string;
}

type Measurable = Pick<SignedClause, "measure" | "target" | "tolerance" | "levels" | "unit">;

export const rawOf = (measure: string): readonly RawName[] => RAW[measure as MeasureKind] ?? [];

/** Whether everything that the measure asks for is there. */
export const isMeasured = (measure: string, of: Measured): boolean =>
  Boolean(of.not_applicable) ||
  rawOf(measure).every((name) => of[name] !== undefined && of[name] !== null && of[name] !== "");

/** Whether the clause was wholly kept; with less, or where it does not apply, a reason is asked for. */
export function isWholly(clause: Measurable, of: Measured): boolean {
  if (of.not_applicable || !isMeasured(clause.measure, of)) return false;
  switch (clause.measure) {
    case "boolean":
      return of.done === true;
    case "deadline":
      return of.days_late === 0;
    case "sample":
      return of.passed === of.sampled;
    case "survey":
      return of.satisfied === of.valid_answers;
    case "scale":
      return of.level === Math.max(...clause.levels.map(({ level }) => Number(level)));
    default:
      return reached(clause, of);
  }
}

const reached = ({ target, tolerance }: Measurable, { actual }: Measured): boolean =>
  (hundredths(actual) ?? 0n) >= (hundredths(target) ?? 0n) - (hundredths(tolerance) ?? 0n);

/** What was found, in words: `完成 11 次`, `抽查 20，合格 18`. */
export function measuredText(
  t: TFunction,
  clause: Measurable,
  of: Measured | Judged["verdict"],
): string {
  if (!of) return "";
  switch (clause.measure) {
    case "boolean":
      return t(of.done ? "measure.isDone" : "measure.isNotDone");
    case "deadline":
      return of.days_late ? t("measure.late", { n: of.days_late }) : t("measure.inTime");
    case "sample":
      return t("measure.samples", { sampled: of.sampled, passed: of.passed });
    case "survey":
      return t("measure.answers", {
        all: of.valid_answers,
        satisfied: of.satisfied,
        fairly: of.fairly,
      });
    case "scale":
      return levelText(clause, of.level);
    default:
      return t("measure.actualOf", { actual: figure(of.actual), unit: clause.unit });
  }
}

function levelText({ levels }: Measurable, level: number | null | undefined): string {
  const found = levels.find((one) => Number(one.level) === level);
  return found ? `${found.level} · ${found.anchor}` : "";
}

/** What the clause asks for, in words: target, tolerance, grace. */
export function targetText(
  t: TFunction,
  clause: Measurable & Pick<SignedClause, "grace_days">,
): string {
  const { measure, unit } = clause;
  if (measure === "count" || measure === "ratio") {
    const off = hundredths(clause.tolerance);
    const most = off ? t("measure.tolerated", { tolerance: figure(clause.tolerance), unit }) : "";
    return t("measure.aimed", { target: figure(clause.target), unit }) + most;
  }
  if (measure === "deadline" && Number(clause.grace_days) > 0) {
    return t("measure.graced", { n: clause.grace_days });
  }
  return t(`measure.asked.${measure as "boolean"}`);
}
