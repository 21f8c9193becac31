import { useTranslation } from "react-i18next";

const OF_THE_PAGE = ["page", "size"];

/** The list as a table to be kept: with the filters and the order that the address has, but every page of it. */
export function ExportLinks({ path, address }: { path: string; address: URLSearchParams }) {
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
    </span>
  );
}
