import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Application } from "@/api/types";
import { DueDate } from "@/ui/DueDate";
import { Prose } from "@/ui/text";

/** What the one correction notice lists. */
export function Defects({ of }: { of: Application }) {
  return (
    <ol data-testid="defects" style={{ margin: 0, paddingInlineStart: "1.4em" }}>
      {of.defects.map((defect) => (
        <li key={defect}>
          <Prose text={defect} />
        </li>
      ))}
    </ol>
  );
}

/** Of an application that was sent back: what is to be mended, and until when. */
export function Returned({ application }: { application: Application }) {
  const { t } = useTranslation();
  if (application.status !== "returned") return null;
  const { papers, clocks, decision } = application;
  const notice = papers.filter(({ kind }) => kind === "correction").at(-1);
  const until = clocks.find(({ name, met_on }) => name === "correction" && met_on === null);
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={t("form.returned.title")}
      description={
        <ul className="plainlist" data-testid="returned">
          {application.defects.length > 0 && (
            <li>
              {t("form.returned.defects")} <Defects of={application} />
            </li>
          )}
          {notice && (
            <li>
              {t("form.returned.notice")}{" "}
              <Link to={`/documents/${notice.id}`}>{notice.number}</Link>
            </li>
          )}
          {decision?.outcome === "returned" && (
            <li>
              {t("form.returned.decided")} <Prose text={decision.reasons} />
            </li>
          )}
          {until && (
            <li>
              {t("form.returned.until")} <DueDate value={until.due_on} />
            </li>
          )}
          <li>
            <Link to={`/applications/${application.id}`}>{t("form.returned.history")}</Link>
          </li>
        </ul>
      }
    />
  );
}

/** Of a matter that entered first: by when the application must follow. */
export function UrgentTerm({ application }: { application: Application }) {
  const { t } = useTranslation();
  const until = application.clocks.find(
    ({ name, met_on }) => name === "urgent_application" && met_on === null,
  );
  if (!until) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={
        <>
          {t("form.urgentUntil")} <DueDate value={until.due_on} />
        </>
      }
    />
  );
}
