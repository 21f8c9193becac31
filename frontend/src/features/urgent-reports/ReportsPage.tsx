import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { UrgentReport } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { ListRows } from "@/ui/ListRows";
import type { Column } from "@/ui/list-types";
import { OutboxItems } from "@/ui/OutboxItems";
import { DateText } from "@/ui/text";
import { reportList } from "./queries";
import { ReportState } from "./ReportState";

/** What the township has registered for departments, and what the county has made of it. */
export function Component() {
  const { t } = useTranslation();
  const columns: Column<UrgentReport>[] = [
    { key: "title", title: t("report.fields.title"), render: (row) => row.title },
    { key: "state", title: t("report.state"), render: (row) => <ReportState report={row} /> },
    {
      key: "number",
      title: t("report.number"),
      render: (row) => row.document_number || t("report.noNumber"),
    },
    { key: "department", title: t("report.fields.department"), render: (row) => row.department },
    { key: "ground", title: t("report.fields.ground"), render: (row) => row.ground_label },
    {
      key: "entered",
      title: t("report.fields.entered_at"),
      render: (row) => <DateText value={row.entered_at} time />,
    },
    {
      key: "scope",
      title: t("report.fields.scope"),
      render: (row) => t("report.villages", { count: row.scope.length }),
    },
  ];
  return (
    <>
      <div className="pagehead">
        <h1>{t("report.title")}</h1>
        <div className="end">
          <Link to="/urgent/new" className="bigbutton primary" data-testid="new-report">
            {t("report.create")}
          </Link>
        </div>
      </div>
      <p className="muted">{t("report.hint")}</p>
      <OutboxItems
        kind="urgent_report"
        mend={(key) => `/urgent/new?mend=${key}`}
        read={(id) => `/urgent/${id}`}
      />
      <section className="panel" aria-label={t("report.title")}>
        <Loaded query={reportList()}>
          {(rows) => (
            <ListRows
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              href={(row) => `/urgent/${row.id}`}
              onOrder={() => undefined}
              filtered={false}
            />
          )}
        </Loaded>
      </section>
    </>
  );
}
