import { useTranslation } from "react-i18next";
import { HeadedTable, Scroll } from "./PlainTable";
import { SheetCell } from "./SheetCell";
import { byCell, type Sheet } from "./sheets";

/** The first rows as they stand in the sheet; what is wrong or was guessed is said in the cell. */
export function SheetTable({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const faults = byCell(sheet.faults);
  const guesses = byCell(sheet.guesses);
  if (sheet.rows.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t("sheet.shownRows", { shown: sheet.rows.length, rows: sheet.row_count })}</h2>
      <Scroll label={t("sheet.sheet")}>
        <HeadedTable
          className="plaintable bordered sheet"
          head={[t("sheet.rowNumber"), ...sheet.columns.map(({ label }) => label)]}
        >
          {sheet.rows.map((row) => (
            <tr key={`${row.sheet} ${row.number}`}>
              <th scope="row">{row.number}</th>
              {sheet.columns.map((column, place) => (
                <SheetCell
                  key={column.name}
                  text={row.cells[place] ?? ""}
                  faults={faults(row, column.label)}
                  guesses={guesses(row, column.label)}
                />
              ))}
            </tr>
          ))}
        </HeadedTable>
      </Scroll>
    </section>
  );
}
