import type { UrgentReport } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";

const TONES: Record<string, string> = { waiting: "pending", done: "done", declined: "failed" };

export function ReportState({ report }: { report: UrgentReport }) {
  return <StatusTag status={TONES[report.status] ?? "draft"} label={report.status_label} />;
}
