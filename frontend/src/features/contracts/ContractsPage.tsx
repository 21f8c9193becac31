import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { purchaseList } from "@/api/contracts";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { isOfDepartment } from "@/api/roles";
import type { PurchaseRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { MoneyText, PeriodText } from "@/ui/text";
import { useDepartmentFilter } from "@/ui/useDepartmentFilter";
import { useTownships } from "./useTownships";

/** A department's contracts over all townships; the offices see everybody's, as facts. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = useMe();
  const own = isOfDepartment(role);
  const statuses = useLabels("contract");
  const townships = useTownships();
  const departments = useDepartmentFilter(t("contracts.department"));
  return (
    <ListPage
      name="contracts"
      title={t(own ? "contracts.mine" : "contracts.title")}
      query={purchaseList}
      columns={useColumns(own)}
      rowKey={(row) => row.id}
      // The offices read facts only: what a contract says is between its two sides.
      href={own ? (row) => `/contracts/${row.id}` : undefined}
      filters={[
        { name: "township", label: t("contracts.township"), options: townships },
        ...departments,
        { name: "status", label: t("contracts.status"), options: statuses },
        {
          name: "late",
          label: t("contracts.payment"),
          options: [{ value: "true", label: t("contracts.late") }],
        },
      ]}
      actions={
        role === "department_clerk" && (
          <Button
            type="primary"
            data-testid="new-contract"
            onClick={() => navigate("/contracts/new")}
          >
            {t("contracts.create")}
          </Button>
        )
      }
    >
      <p>{t(own ? "contracts.ownHint" : "contracts.hint")}</p>
    </ListPage>
  );
}

function useColumns(own: boolean): Column<PurchaseRow>[] {
  const { t } = useTranslation();
  const statuses = useLabels("contract");
  return [
    {
      key: "subject",
      title: t("contracts.subject"),
      render: (row) => row.subject,
      ordering: "subject",
    },
    {
      key: "number",
      title: t("contracts.number"),
      render: (row) => row.number || t("contracts.unnumbered"),
      ordering: "number",
      width: 170,
    },
    {
      key: "township",
      title: t("contracts.township"),
      render: (row) => row.township,
      ordering: "township",
      width: 110,
    },
    { key: "village", title: t("contracts.village"), render: (row) => row.village, width: 110 },
    {
      key: "department",
      title: t("contracts.department"),
      render: (row) => row.department,
      ordering: "department",
      extra: own,
    },
    {
      key: "price",
      title: t("contracts.price"),
      render: (row) => <MoneyText value={row.price} />,
      ordering: "price",
      width: 130,
    },
    {
      key: "paid",
      title: t("contracts.paid"),
      render: (row) => (
        <>
          <MoneyText value={row.paid} />
          {row.late && <span className="tag tag-bad">{t("contracts.late")}</span>}
        </>
      ),
      width: 130,
    },
    {
      key: "term",
      title: t("contracts.term"),
      render: (row) => <PeriodText from={row.starts_on} to={row.ends_on} />,
      ordering: "ends_on",
      extra: true,
    },
    {
      key: "status",
      title: t("contracts.status"),
      render: ({ status }) => <StatusTag status={status} label={labelOf(statuses, status)} />,
      ordering: "status",
      width: 120,
    },
  ];
}
