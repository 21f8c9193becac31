import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { useMe } from "@/api/me";
import { lineList } from "@/api/purchases";
import { isOfDepartment } from "@/api/roles";
import type { BudgetLine } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import type { StepBody } from "@/ui/step-forms";
import { MoneyText } from "@/ui/text";
import { useDepartmentFilter } from "@/ui/useDepartmentFilter";

const text = { kind: "text", required: true } as const;
const BACK = 1;
const AHEAD = 2;

/** The budget lines out of which services are bought: how much is bound by contracts, how much is free. */
export function Component() {
  const { t } = useTranslation();
  const { role } = useMe();
  const own = isOfDepartment(role);
  const head = role === "department_head";
  const departments = useDepartmentFilter(t("contracts.department"));
  const now = new Date().getFullYear();
  const years = Array.from({ length: BACK + AHEAD + 1 }, (_, n) => now - BACK + n);
  return (
    <ListPage
      name="budget-lines"
      title={t("budget.title")}
      query={lineList}
      columns={useColumns(own, head)}
      rowKey={(row) => row.id}
      filters={[
        {
          name: "year",
          label: t("budget.year"),
          options: years.map((year) => ({ value: year, label: String(year) })),
        },
        ...departments,
      ]}
      actions={
        head && (
          <DialogButton
            primary
            name="add-line"
            label={t("budget.add")}
            form={{
              fields: {
                year: text,
                project: text,
                function_code: text,
                economic_code: text,
                amount: text,
                reason: { kind: "long", label: "lineReason", required: true },
              },
              remark: false,
            }}
            submit={addLine}
          />
        )
      }
    >
      <p>{t("budget.hint")}</p>
    </ListPage>
  );
}

const addLine = ({ year, ...line }: StepBody) =>
  county.POST("/api/purchase/budget-lines", { body: { ...line, year: Number(year) } as never });

const changeLine =
  ({ id, version }: BudgetLine) =>
  (body: StepBody) =>
    county.PUT("/api/purchase/budget-lines/{id}", {
      params: { path: { id } },
      body: { ...body, version } as never,
    });

function useColumns(own: boolean, head: boolean): Column<BudgetLine>[] {
  const { t } = useTranslation();
  const money = (name: "amount" | "reserved" | "spent" | "free"): Column<BudgetLine> => ({
    key: name,
    title: t(`budget.${name}`),
    render: (row) => <MoneyText value={row[name]} />,
    ordering: name === "amount" ? name : undefined,
    width: 140,
  });
  const columns: Column<BudgetLine>[] = [
    {
      key: "project",
      title: t("budget.project"),
      render: (row) => row.project,
      ordering: "project",
    },
    {
      key: "year",
      title: t("budget.year"),
      render: (row) => row.year,
      ordering: "year",
      width: 80,
    },
    {
      key: "department",
      title: t("contracts.department"),
      render: (row) => row.department,
      ordering: "department",
      extra: own,
    },
    {
      key: "codes",
      title: t("budget.codes"),
      render: (row) => `${row.function_code} / ${row.economic_code}`,
      width: 130,
    },
    money("amount"),
    money("reserved"),
    money("spent"),
    money("free"),
  ];
  if (!head) return columns;
  return [
    ...columns,
    { key: "change", title: "", render: (row) => <Change line={row} />, width: 90 },
  ];
}

function Change({ line }: { line: BudgetLine }) {
  const { t } = useTranslation();
  return (
    <DialogButton
      small
      name={`change-line-${line.id}`}
      label={t("budget.change")}
      about={line.project}
      form={{
        intro: <p>{t("budget.changeHint", { project: line.project })}</p>,
        fields: { amount: text, reason: { kind: "long", label: "lineReason", required: true } },
        remark: false,
      }}
      submit={changeLine(line)}
    />
  );
}
