import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { UrgentReport } from "@/api/types";
import { villagesQuery } from "@/api/villages";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { DateText, Prose } from "@/ui/text";
import { reportOne } from "./queries";
import { ReportState } from "./ReportState";

/** The county takes a report up in the background; whoever looks sees it without asking again. */
const LOOK_AGAIN = 10_000;

export function Component() {
  const id = Number(useParams().id);
  const again = {
    refetchInterval: (query: { state: { data?: UrgentReport } }) =>
      query.state.data?.status === "waiting" ? LOOK_AGAIN : false,
  } as const;
  return (
    <Loaded query={{ ...reportOne(id), ...again }}>
      {(report) => <ReportDetail report={report} />}
    </Loaded>
  );
}

type State = "waiting" | "done" | "declined";

function ReportDetail({ report }: { report: UrgentReport }) {
  const { t } = useTranslation();
  const villages = useQuery(villagesQuery()).data ?? [];
  const names = report.scope.map(
    (code) => villages.find((village) => village.code === code)?.name ?? code,
  );
  return (
    <DetailPage
      title={report.title}
      status={<ReportState report={report} />}
      back="/urgent"
      where={
        <div data-testid="report-state">
          <p className="asked">{t(`report.stateHint.${report.status as State}`)}</p>
          <dl className="pairs">
            <dt>{t("report.number")}</dt>
            <dd>{report.document_number || t("report.noNumber")}</dd>
            {report.reason && (
              <>
                <dt>{t("report.declined")}</dt>
                <dd>
                  <Prose text={report.reason} />
                </dd>
              </>
            )}
          </dl>
        </div>
      }
      facts={[
        [t("report.fields.department"), report.department],
        [t("report.fields.ground"), report.ground_label],
        [t("report.fields.entered_at"), <DateText key="in" value={report.entered_at} time />],
        [t("report.reported"), <DateText key="told" value={report.reported_at} time />],
        ...(report.late_reason
          ? [[t("report.fields.late_reason"), report.late_reason] satisfies [string, string]]
          : []),
        [t("report.fields.village_duty"), <Prose key="duty" text={report.village_duty} />],
        [t("report.fields.scope"), names.join(t("common.comma"))],
      ]}
    />
  );
}
