import { useTranslation } from "react-i18next";
import { fileOf } from "./queries";

/** The difference as a table and as a paper. */
export function DifferenceFiles({ edition, from }: { edition: number; from?: number }) {
  const { t } = useTranslation();
  const query = from ? `?to=${from}` : "";
  return (
    <ul className="files">
      <li>
        <a href={fileOf(edition, `difference.pdf${query}`)} target="_blank" rel="noreferrer">
          {t("lists.differencePdf")}
        </a>
      </li>
      <li>
        <a href={fileOf(edition, `difference.xlsx${query}`)} download>
          {t("lists.differenceXlsx")}
        </a>
      </li>
    </ul>
  );
}
