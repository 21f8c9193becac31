import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { Village } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { townshipList, villageList } from "./queries";

const ALL = { limit: 200, offset: 0, filters: {} };

export function Component() {
  const { t } = useTranslation();
  const county = useMe().realm.kind === "county";
  const kinds = useLabels("village");
  const townships = useQuery({ ...townshipList(ALL), enabled: county }).data?.items ?? [];
  const columns: Column<Village>[] = [
    { key: "name", title: t("divisions.name"), render: (row) => row.name, ordering: "name" },
    { key: "code", title: t("divisions.code"), render: (row) => row.code, ordering: "code" },
    { key: "kind", title: t("divisions.kind"), render: (row) => row.kind_label, ordering: "kind" },
    { key: "township", title: t("divisions.township"), render: (row) => row.township_name },
  ];
  const kind = { name: "kind", label: t("divisions.kind"), options: kinds } as const;
  const township = {
    name: "township_id",
    label: t("divisions.township"),
    options: townships.map(({ id, name }) => ({ value: String(id), label: name })),
  } as const;
  return (
    <ListPage
      name="villages"
      title={t("divisions.villages")}
      query={villageList}
      columns={columns}
      rowKey={(row) => row.id}
      filters={county ? [township, kind] : [kind]}
    />
  );
}
