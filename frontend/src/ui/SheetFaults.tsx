import { useTranslation } from "react-i18next";
import type { Sheet } from "./sheets";

/** Every fault by its cell, also of rows that are too far down to be shown; then what was left out. */
export function SheetFaults({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const { faults, fault_count, skipped } = sheet;
  return (
    <>
      {faults.length > 0 && (
        <section className="panel" aria-label={t("sheet.faults")}>
          <h2>{t("sheet.faults")}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <ul className="faults" data-testid="faults" tabIndex={0}>
            {faults.map((fault) => (
              <li key={`${fault.sheet}${fault.cell}${fault.row}${fault.label}${fault.message}`}>
                <strong>{placeOf(fault, t("sheet.row", { n: fault.row }))}</strong> {fault.message}
              </li>
            ))}
          </ul>
          {fault_count > faults.length && (
            <p className="muted">{t("sheet.moreFaults", { count: fault_count - faults.length })}</p>
          )}
        </section>
      )}
      {skipped.length > 0 && (
        <section className="panel">
          <p>{t("sheet.skipped")}</p>
          <ul>
            {skipped.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** `C7 对象类型`, or the row alone; a fault of the whole table has no place. */
const placeOf = ({ cell, label, row }: Sheet["faults"][number], named: string): string =>
  cell ? `${cell} ${label}` : row ? named : "";
