import { useTranslation } from "react-i18next";
import type { LegacyPreview } from "@/api/types";
import { faultsByCell } from "./faults";

/** The first rows as they stand in the sheet; what is wrong is said in the cell, not only coloured. */
export function PreviewTable({ preview }: { preview: LegacyPreview }) {
  const { t } = useTranslation();
  const faults = faultsByCell(preview);
  if (preview.rows.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t("legacy.shownRows", { shown: preview.rows.length, rows: preview.row_count })}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={t("legacy.sheet")} tabIndex={0}>
        <table className="plaintable bordered sheet">
          <thead>
            <tr>
              <th scope="col">{t("legacy.rowNumber")}</th>
              {preview.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">{row.number}</th>
                {preview.columns.map((column, place) => {
                  const wrong = faults.get(`${row.number} ${column.label}`) ?? [];
                  return (
                    <td key={column.name} className={wrong.length ? "faulty" : undefined}>
                      {row.cells[place]}
                      {wrong.map((message) => (
                        <span key={message} className="fault">
                          {message}
                        </span>
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
