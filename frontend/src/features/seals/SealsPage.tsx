import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { SealRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { DateText } from "@/ui/text";
import { sealList } from "./queries";
import { RegisterButton } from "./RegisterButton";

/** Whose seals there are, who keeps each and who approves of its use. */
export function Component() {
  const { t } = useTranslation();
  const head = useMe().role === "social_work_head";
  const columns: Column<SealRow>[] = [
    { key: "name", title: t("seals.name"), render: (row) => row.name, ordering: "name" },
    { key: "holder", title: t("seals.holder"), render: (row) => row.holder, ordering: "holder" },
    { key: "rank", title: t("seals.rank"), render: (row) => row.rank_label, extra: true },
    { key: "keeper", title: t("seals.keeper"), render: (row) => row.keeper_name ?? "—" },
    { key: "approver", title: t("seals.approver"), render: (row) => row.approver_name ?? "—" },
    {
      key: "registered",
      title: t("seals.registered"),
      render: (row) => <DateText value={row.registered_on} />,
      ordering: "registered_on",
      width: 130,
    },
    { key: "state", title: t("seals.state"), render: (row) => <State seal={row} />, width: 130 },
  ];
  return (
    <ListPage
      name="seals"
      title={t("seals.title")}
      query={sealList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/seals/${row.id}`}
      filters={[
        {
          name: "in_use",
          label: t("seals.state"),
          options: [
            { value: "true", label: t("seals.inUse") },
            { value: "false", label: t("seals.revoked") },
          ],
        },
      ]}
      actions={head && <RegisterButton />}
    >
      <p className="muted">{t("seals.hint")}</p>
    </ListPage>
  );
}

/** In words: revoked, a specimen, or in use until a day. */
export function State({
  seal,
}: {
  seal: Pick<SealRow, "revoked_on" | "specimen" | "valid_until">;
}) {
  const { t } = useTranslation();
  if (seal.revoked_on) return <span className="tag tag-ended">{t("seals.revoked")}</span>;
  if (seal.specimen) return <span className="tag tag-warning">{t("seals.specimen")}</span>;
  return <span className="tag tag-good">{t("seals.inUse")}</span>;
}
