import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { SealUseRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { sealUseList } from "./queries";

/** What each seal was put on: asked for, approved of, done. */
export function Component() {
  const { t } = useTranslation();
  const statuses = useLabels("seal_use");
  const purposes = useLabels("seal_purpose");
  const kinds = useLabels("paper");
  const columns: Column<SealUseRow>[] = [
    {
      key: "title",
      title: t("sealUses.about"),
      render: (row) => row.title,
      ordering: "title",
    },
    { key: "seal", title: t("sealUses.seal"), render: (row) => row.seal_name, width: 170 },
    { key: "kind", title: t("documents.kind"), render: (row) => row.kind_label, extra: true },
    {
      key: "purpose",
      title: t("sealUses.purpose"),
      render: (row) => row.purpose_label,
      extra: true,
    },
    { key: "number", title: t("documents.number"), render: (row) => row.number ?? "", width: 170 },
    { key: "copies", title: t("sealUses.copies"), render: (row) => row.copies, width: 70 },
    statusColumn(t("sealUses.status"), { ordering: "status", width: 110 }),
    {
      key: "requested",
      title: t("sealUses.requested"),
      render: (row) => row.requested_name,
      width: 130,
    },
    {
      key: "approved",
      title: t("sealUses.approved"),
      render: (row) => row.approved_name,
      width: 130,
    },
    {
      key: "used",
      title: t("sealUses.usedAt"),
      render: (row) => <DateText value={row.used_at} time />,
      ordering: "used_at",
      width: 150,
    },
  ];
  return (
    <ListPage
      name="seal-uses"
      title={t("sealUses.title")}
      query={sealUseList}
      exports="/api/seal-uses/export"
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/seal-uses/${row.id}`}
      filters={[
        { name: "status", label: t("sealUses.status"), options: statuses },
        { name: "purpose", label: t("sealUses.purpose"), options: purposes },
        { name: "kind", label: t("documents.kind"), options: kinds },
        { name: "from_on", label: t("sealUses.from"), kind: "day" },
        { name: "to_on", label: t("sealUses.to"), kind: "day" },
      ]}
    >
      <p className="muted">{t("sealUses.hint")}</p>
    </ListPage>
  );
}
