import { useTranslation } from "react-i18next";
import type { Configuration } from "@/api/types";
import { Facts, Panel } from "@/ui/DetailPage";
import { Whole } from "./Changes";
import { inGroups, type Parameter, type Schema, valueAt } from "./schema";

/** All parameters of a version, group by group; what the county should know stands at its parameter. */
export function Values({ version, schema }: { version: Configuration; schema: Schema }) {
  const groups = inGroups(schema).map(({ group, label, own }) => (
    <Panel key={group} title={label}>
      <Facts
        rows={own.map((parameter) => [
          parameter.title,
          <Value key={parameter.field} version={version} parameter={parameter} schema={schema} />,
        ])}
      />
    </Panel>
  ));
  return <div className="setvalues">{groups}</div>;
}

function Value(props: { version: Configuration; parameter: Parameter; schema: Schema }) {
  const { t } = useTranslation();
  const { version, parameter, schema } = props;
  const warnings = version.warnings.filter(
    ({ field }) => field === parameter.field || field.startsWith(`${parameter.field}.`),
  );
  return (
    <>
      <Whole
        parameter={parameter}
        value={valueAt(version.settings, parameter.path)}
        schema={schema}
      />
      {parameter.help && <div className="muted">{parameter.help}</div>}
      {warnings.map(({ detail }) => (
        <div key={detail} className="warned">
          {t("configuration.warning", { detail })}
        </div>
      ))}
    </>
  );
}
