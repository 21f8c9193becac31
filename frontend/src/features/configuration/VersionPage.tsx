import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Configuration } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { Changes } from "./Changes";
import { About } from "./ConfigurationPage";
import { changesBetween } from "./comparing";
import { schemaQuery, versionQuery } from "./queries";
import { parametersOf, type Schema } from "./schema";
import { Values } from "./Values";

/** One version: what it has changed, then all that it says. */
export function Component() {
  const { t } = useTranslation();
  const number = Number(useParams().id);
  return (
    <>
      <div className="pagehead">
        <h1>{t("configuration.named", { number })}</h1>
        <div className="end">
          <Link to="/configuration/versions">{t("configuration.versions")}</Link>
        </div>
      </div>
      <Loaded query={versionQuery(number)}>
        {(version) => (
          <>
            <About version={version} />
            <Loaded query={schemaQuery()}>
              {(schema) => (
                <>
                  {number > 1 && <Since version={version} schema={schema} />}
                  <Values version={version} schema={schema} />
                </>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </>
  );
}

function Since({ version, schema }: { version: Configuration; schema: Schema }) {
  const { t } = useTranslation();
  const before = version.number - 1;
  return (
    <Panel title={t("configuration.since", { number: before })}>
      <Loaded query={versionQuery(before)}>
        {(old) => (
          <Changes
            changes={changesBetween(parametersOf(schema), old.settings, version.settings)}
            schema={schema}
          />
        )}
      </Loaded>
    </Panel>
  );
}
