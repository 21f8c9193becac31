import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { figuresQuery, paymentsQuery } from "@/api/purchases";
import type { PurchaseFigures, PurchaseMonth } from "@/api/types";
import { type Bar, Chart } from "@/ui/Chart";
import { Loaded, Panel } from "@/ui/DetailPage";
import { PlainTable } from "@/ui/PlainTable";
import { MoneyText, yuan } from "@/ui/text";

const BLUE = "#1b4b8f";
const GREEN = "#3f8f52";

/** What departments have bought, paid and paid late. Of villages nothing is told here, nor of any score. */
export function Component() {
  const { t } = useTranslation();
  return (
    <>
      <div className="pagehead">
        <h1>{t("purchase.title")}</h1>
      </div>
      <p>{t("purchase.hint")}</p>
      <Loaded query={figuresQuery()}>{(figures) => <Figures figures={figures} />}</Loaded>
      <Panel title={t("purchase.months")}>
        <Loaded query={paymentsQuery()}>{(months) => <Months months={months} />}</Loaded>
      </Panel>
    </>
  );
}

function Figures({ figures }: { figures: PurchaseFigures }) {
  const { t } = useTranslation();
  const rows: [string, string][] = [
    [t("purchase.contracts"), String(figures.contracts)],
    [t("purchase.amount"), yuan(figures.amount)],
    [t("purchase.paid"), yuan(figures.paid)],
    [t("purchase.latePayments"), String(figures.late_payments)],
    [t("purchase.lateAmount"), yuan(figures.late_amount)],
  ];
  return (
    <>
      <dl className="figures">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <Panel title={t("purchase.byDepartment")}>
        <Departments rows={figures.by_department} />
      </Panel>
    </>
  );
}

const HEADS = ["department", "contracts", "amount", "paid", "latePayments", "lateDays"] as const;

function Departments({ rows }: { rows: PurchaseFigures["by_department"] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="muted">{t("common.emptyYet")}</p>;
  return (
    <PlainTable
      label={t("purchase.byDepartment")}
      testId="by-department"
      head={HEADS.map((name) => t(`purchase.${name}`))}
    >
      {rows.map((row) => (
        <tr key={row.department_id}>
          <th scope="row">
            <Link to={`/contracts?department=${row.department_id}`}>{row.department}</Link>
          </th>
          <td className="num">{row.contracts}</td>
          <td>
            <MoneyText value={row.amount} />
          </td>
          <td>
            <MoneyText value={row.paid} />
          </td>
          <td className="num">
            {row.late_payments > 0 ? (
              <Link to={`/contracts?department=${row.department_id}&late=true`}>
                {row.late_payments}
              </Link>
            ) : (
              0
            )}
          </td>
          <td className="num">{row.late_days}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function Months({ months }: { months: PurchaseMonth[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const series = useMemo(
    () => [
      { name: t("purchase.due"), color: BLUE },
      { name: t("purchase.made"), color: GREEN },
    ],
    [t],
  );
  const bars = useMemo(
    () =>
      months.map(
        ({ month, due, made }): Bar => ({
          key: month,
          label: month,
          values: [Number(due), Number(made)],
          href: "/contracts",
        }),
      ),
    [months],
  );
  return <Chart title={t("purchase.months")} series={series} bars={bars} onSelect={navigate} />;
}
