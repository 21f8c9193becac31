import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { type CellRow, CellRows, PlainTable } from "./PlainTable";

interface Props {
  /** What somebody else has done meanwhile, in a sentence. */
  title: string;
  /** What is saved now is called by this, where it has a name. */
  theirs?: string;
  /** Each field that one of the two has changed: as I found it, as it is now, as I wrote it. */
  rows: CellRow[];
  /** My changes go upon theirs. */
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Somebody else has saved meanwhile: theirs and mine beside each other, nothing lost. */
export function Conflict({ title, theirs, rows, keepMine, takeTheirs }: Props) {
  const { t } = useTranslation();
  const head = [
    t("conflict.what"),
    t("conflict.begun"),
    theirs ?? t("conflict.theirs"),
    t("conflict.mine"),
  ];
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          <p>{t("conflict.hint")}</p>
          <PlainTable label={t("conflict.versions")} testId="stale" head={head}>
            <CellRows rows={rows} />
          </PlainTable>
          <p className="acts">
            <Button type="primary" data-testid="keep-mine" onClick={keepMine}>
              {t("conflict.keepMine")}
            </Button>
            <Button data-testid="take-theirs" onClick={takeTheirs}>
              {t("conflict.takeTheirs")}
            </Button>
          </p>
        </>
      }
    />
  );
}
