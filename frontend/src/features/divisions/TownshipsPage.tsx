import { useTranslation } from "react-i18next";
import type { Township } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { townshipList } from "./queries";

export function Component() {
  const { t } = useTranslation();
  const columns: Column<Township>[] = [
    { key: "name", title: t("divisions.name"), render: (row) => row.name, ordering: "name" },
    { key: "code", title: t("divisions.code"), render: (row) => row.code, ordering: "code" },
    {
      key: "village_count",
      title: t("divisions.villageCount"),
      render: (row) => row.village_count,
      ordering: "village_count",
    },
  ];
  return (
    <ListPage
      name="townships"
      title={t("divisions.townships")}
      query={townshipList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/villages?township_id=${row.id}`}
    />
  );
}
