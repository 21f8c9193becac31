import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { CertificateRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { certificateList } from "./queries";

/** What was asked of our villages: which certificate, by whom, for what. Nobody is named here. */
export function Component() {
  const { t } = useTranslation();
  const { role } = useMe();
  const statuses = useLabels("certificate");
  const columns: Column<CertificateRow>[] = [
    {
      key: "name",
      title: t("certify.fields.type"),
      render: (row) => row.name,
      ordering: "name",
    },
    statusColumn(t("certify.status"), { ordering: "status" }),
    {
      key: "demander",
      title: t("certify.fields.demander"),
      render: (row) => row.demander,
      ordering: "demander",
    },
    { key: "use", title: t("certify.fields.use"), render: (row) => row.use },
    { key: "village", title: t("certify.fields.village"), render: (row) => row.village_name },
    { key: "number", title: t("certify.number"), render: (row) => row.number || "—" },
    {
      key: "requested",
      title: t("certify.requested"),
      render: (row) => <DateText value={row.requested_at} />,
      ordering: "requested_at",
    },
    {
      key: "issued",
      title: t("certify.issued"),
      render: (row) => <DateText value={row.issued_on} />,
      ordering: "issued_on",
    },
  ];
  return (
    <ListPage
      name="certificates"
      title={t("certify.title")}
      query={certificateList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/certificates/${row.id}`}
      filters={[{ name: "status", label: t("certify.status"), options: statuses }]}
      empty={t("certify.empty")}
      actions={
        <>
          <Link to="/certificates/types" className="bigbutton">
            {t("certify.types")}
          </Link>
          {role === "village_officer" && (
            <Link
              to="/certificates/new"
              className="bigbutton primary"
              data-testid="new-certificate"
            >
              {t("certify.create")}
            </Link>
          )}
        </>
      }
    >
      <p className="muted">{t("certify.hint")}</p>
    </ListPage>
  );
}
