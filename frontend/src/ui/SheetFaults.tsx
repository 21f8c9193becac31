import { useTranslation } from "react-i18next";
import type { LegacyPreview } from "@/api/types";

/** Every fault by its cell, also of rows that are too far down to be shown. */
export function FaultList({ preview }: { preview: LegacyPreview }) {
  const { t } = useTranslation();
  const { faults, fault_count, skipped } = preview;
  return (
    <>
      {faults.length > 0 && (
        <section className="panel" aria-label={t("legacy.faults")}>
          <h2>{t("legacy.faults")}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <ul className="faults" data-testid="faults" tabIndex={0}>
            {faults.map((fault) => (
              <li key={`${fault.cell}${fault.row}${fault.label}${fault.message}`}>
                <strong>{placeOf(fault, t("legacy.row", { n: fault.row }))}</strong> {fault.message}
              </li>
            ))}
          </ul>
          {fault_count > faults.length && (
            <p className="muted">
              {t("legacy.moreFaults", { count: fault_count - faults.length })}
            </p>
          )}
        </section>
      )}
      {skipped.length > 0 && (
        <section className="panel">
          <p>{t("legacy.skipped")}</p>
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
const placeOf = ({ cell, label, row }: LegacyPreview["faults"][number], named: string): string =>
  cell ? `${cell} ${label}` : row ? named : "";
