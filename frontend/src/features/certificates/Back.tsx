import { useTranslation } from "react-i18next";
import { Link } from "react-router";

export function Back() {
  const { t } = useTranslation();
  return <Link to="/certificates">{t("common.back")}</Link>;
}
