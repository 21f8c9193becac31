import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Terms } from "@/api/types";
import { Panel } from "@/ui/DetailPage";

type Faults = Terms["faults"];

/** Of a list, such as clauses: how many faults each of its rows has. */
export const faultsOf = (faults: Faults, list: string, index: number): Faults =>
  faults.filter(({ field }) => field.startsWith(`${list}.${index}.`));

/** What stands against submission, each with its place. */
export function FaultList({ faults }: { faults: Faults }) {
  const { t } = useTranslation();
  if (faults.length === 0) return <p className="muted">{t("terms.whole")}</p>;
  return (
    <Panel title={t("terms.faults", { count: faults.length })}>
      <ul className="checks" data-testid="faults">
        {faults.map(({ field, detail }) => (
          <li key={field + detail}>
            {t("common.pair", { label: placeOf(t, field), value: detail })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function placeOf(t: TFunction, field: string): string {
  const [top = "", index] = field.split(".");
  const name = t(`terms.field.${top as "subject"}`);
  return index && /^\d+$/.test(index) ? t("terms.row", { name, n: Number(index) + 1 }) : name;
}
