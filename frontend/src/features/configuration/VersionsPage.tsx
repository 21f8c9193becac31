import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ConfigurationRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { DateText } from "@/ui/text";
import { versionList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const columns: Column<ConfigurationRow>[] = [
    {
      key: "number",
      title: t("configuration.version"),
      render: (row) => t("configuration.number", { number: row.number }),
      ordering: "number",
    },
    { key: "note", title: t("configuration.note"), render: (row) => row.note || "—" },
    {
      key: "by",
      title: t("configuration.madeBy"),
      render: (row) => row.made_by_name || t("configuration.system"),
      width: 180,
    },
    {
      key: "at",
      title: t("configuration.madeAt"),
      render: (row) => <DateText value={row.made_at} time />,
      ordering: "made_at",
      width: 190,
    },
  ];
  return (
    <ListPage
      name="configurations"
      title={t("configuration.versions")}
      query={versionList}
      columns={columns}
      rowKey={(row) => row.number}
      href={(row) => `/configuration/${row.number}`}
      searchable={false}
      actions={<Link to="/configuration">{t("configuration.title")}</Link>}
    />
  );
}
