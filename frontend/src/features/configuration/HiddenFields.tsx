import { useTranslation } from "react-i18next";
import type { Schema } from "./schema";

export interface FormOverride {
  object_type: string;
  hidden?: string[];
}

/** Which further fields the forms leave out, in words. */
export function HiddenFields({ value, schema }: { value: unknown; schema: Schema }) {
  const { t } = useTranslation();
  const overrides = ((value ?? []) as FormOverride[]).filter(({ hidden }) => hidden?.length);
  if (overrides.length === 0) return <>{t("configuration.allFields")}</>;
  const types = schema.$defs.ObjectType?.labels ?? {};
  return (
    <ul className="plainlist">
      {overrides.map(({ object_type, hidden = [] }) => (
        <li key={object_type}>
          {t("configuration.leavesOut", {
            type: types[object_type] ?? object_type,
            fields: hidden
              .map((name) => schema.catalogue[object_type]?.[name] ?? name)
              .join(t("common.comma")),
          })}
        </li>
      ))}
    </ul>
  );
}
