import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { countyQuery } from "@/api/client";

const warningsQuery = () =>
  countyQuery.queryOptions("get", "/api/calendar/warnings", undefined, { staleTime: 300_000 });

/** Years that nobody has entered: said loudly to those who can do something about it. */
export function MissingYears({ here }: { here?: number }) {
  const { t } = useTranslation();
  const warnings = useQuery(warningsQuery()).data;
  const years = warnings?.years.filter(({ year }) => year !== here) ?? [];
  if (!warnings || (years.length === 0 && warnings.undated === 0)) return null;
  return (
    <Alert
      type="error"
      showIcon
      className="loud"
      role="alert"
      title={t("calendar.missing")}
      description={
        <ul className="plainlist">
          {years.map(({ year, message }) => (
            <li key={year}>
              <Link to={`/calendar?year=${year}`}>{message}</Link>
            </li>
          ))}
          {warnings.undated > 0 && <li>{t("calendar.undated", { count: warnings.undated })}</li>}
        </ul>
      }
    />
  );
}
