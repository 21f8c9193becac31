import { useTranslation } from "react-i18next";
import { LIMITS, named, type Override, titleOf, whose } from "./overrides";
import type { Schema } from "./schema";

/** The courses that are other than usual, in words. */
export function Courses({ value, schema }: { value: unknown; schema: Schema }) {
  const { t } = useTranslation();
  const overrides = (value ?? []) as Override[];
  if (overrides.length === 0) return <>{t("configuration.noCourses")}</>;
  return (
    <ul className="plainlist">
      {overrides.map((override) => {
        const who = whose(schema, override);
        return (
          <li key={JSON.stringify(override)}>
            <strong>{who.length ? who.join(" · ") : t("configuration.everyRequest")}</strong>
            <ul className="plainlist">
              <Other override={override} schema={schema} />
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function Other({ override, schema }: { override: Override; schema: Schema }) {
  const { t } = useTranslation();
  const pair = (label: string, value: string) => t("common.pair", { label, value });
  const { consult, bodies, first_review } = override;
  const others = [consult, bodies, ...LIMITS.map((limit) => override[limit])].some(Boolean);
  if (!others && typeof first_review !== "boolean") {
    return <li className="muted">{t("configuration.asUsual")}</li>;
  }
  return (
    <>
      {consult && (
        <li>
          {pair(
            titleOf(schema, "consult"),
            named(schema, "consult", consult).join(t("common.comma")) || t("configuration.nobody"),
          )}
        </li>
      )}
      {bodies && (
        <li>{pair(titleOf(schema, "bodies"), named(schema, "bodies", bodies).join(" → "))}</li>
      )}
      {typeof first_review === "boolean" && (
        <li>
          {pair(
            titleOf(schema, "first_review"),
            t(first_review ? "configuration.yes" : "configuration.no"),
          )}
        </li>
      )}
      {LIMITS.filter((limit) => override[limit]).map((limit) => (
        <li key={limit}>
          {pair(titleOf(schema, limit), t("configuration.days", { n: Number(override[limit]) }))}
        </li>
      ))}
    </>
  );
}
