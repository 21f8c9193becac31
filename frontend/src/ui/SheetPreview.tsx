import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SheetFaults } from "./SheetFaults";
import { SheetTable } from "./SheetTable";
import type { Sheet } from "./sheets";

interface Props {
  sheet: Sheet;
  /** What is said of it while nothing is wrong, and otherwise. */
  good: string;
  faulty: string;
  /** Where the table is given back, its faulty cells marked. */
  corrected: string;
  /** Back to choosing a file. */
  again: () => void;
  /** How it is taken over; offered only while nothing is wrong with it. */
  commit: ReactNode;
  /** What would become of it; shown only while nothing is wrong with it. */
  planned?: ReactNode;
}

/** Step two of an import: what the table says, and what is wrong with it, cell by cell. */
export function SheetPreview(props: Props) {
  const { sheet, good, faulty, corrected, again, commit, planned } = props;
  const { t } = useTranslation();
  const sound = sheet.fault_count === 0;
  const guessed = sheet.guess_count > 0;
  return (
    <>
      <section className="panel">
        <Alert
          role="status"
          type={sound ? "success" : "error"}
          showIcon
          title={sound ? good : faulty}
        />
        {guessed && (
          <Alert type="warning" showIcon title={t("sheet.guesses", { count: sheet.guess_count })} />
        )}
        {sound && commit}
        <p className="acts">
          {(!sound || guessed) && (
            <Button type={sound ? "default" : "primary"} href={corrected} download>
              {t("sheet.corrected")}
            </Button>
          )}
          <Button onClick={again}>{t("sheet.otherFile")}</Button>
        </p>
      </section>
      <SheetFaults sheet={sheet} />
      {sound && planned}
      <SheetTable sheet={sheet} />
    </>
  );
}
