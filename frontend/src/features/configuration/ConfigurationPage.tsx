import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useMe } from "@/api/me";
import type { Configuration } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { moment } from "@/ui/text";
import { CourseTable } from "./CourseTable";
import { currentQuery, schemaQuery } from "./queries";
import { Values } from "./Values";

/** The parameters that hold now. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sets = useMe().role === "county_admin";
  return (
    <>
      <div className="pagehead">
        <h1>{t("configuration.title")}</h1>
        <div className="end">
          <Link to="/configuration/versions">{t("configuration.versions")}</Link>
          {sets && (
            <Button
              type="primary"
              data-testid="edit-configuration"
              onClick={() => navigate("/configuration/edit")}
            >
              {t("configuration.edit")}
            </Button>
          )}
        </div>
      </div>
      <Loaded query={currentQuery()}>
        {(version) => (
          <>
            <About version={version} />
            <Loaded query={schemaQuery()}>
              {(schema) => <Values version={version} schema={schema} />}
            </Loaded>
          </>
        )}
      </Loaded>
      <Panel title={t("configuration.courseTable")}>
        <CourseTable />
      </Panel>
    </>
  );
}

export function About({ version }: { version: Configuration }) {
  const { t } = useTranslation();
  return (
    <p>
      {t("configuration.about", {
        number: version.number,
        who: version.made_by,
        when: moment(version.made_at),
      })}
      {version.note && <span className="prose">　{version.note}</span>}
      <br />
      <span className="muted">{t("configuration.keeps")}</span>
    </p>
  );
}
