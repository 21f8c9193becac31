import { useTranslation } from "react-i18next";

const OF_THE_PAGE = ["page", "size"];
/** The server's bound of rows in one file. */
const MOST = 10_000;

interface Props {
  path: string;
  address: URLSearchParams;
  total: number;
}

/** The list as a table to be kept: with the filters and the order that the address has, but every page of it. */
export function ExportLinks({ path, address, total }: Props) {
  const { t } = useTranslation();
  const asked = (format: string) => {
    const query = new URLSearchParams(address);
    for (const name of OF_THE_PAGE) query.delete(name);
    query.set("format", format);
    return `${path}?${query}`;
  };
  return (
    <span className="exports">
      {t("common.export")}{" "}
      <a href={asked("xlsx")} download>
        Excel
      </a>{" "}
      <a href={asked("csv")} download>
        CSV
      </a>
      {total > MOST && <span className="muted"> {t("common.exportMost", { most: MOST })}</span>}
    </span>
  );
}
