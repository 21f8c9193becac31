import { useTranslation } from "react-i18next";
import { Courses } from "./Courses";
import type { Change } from "./comparing";
import { HiddenFields } from "./HiddenFields";
import type { Parameter, Schema } from "./schema";
import { Told } from "./Told";

/** Parameter by parameter: what held, what shall hold. */
export function Changes({ changes, schema }: { changes: Change[]; schema: Schema }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className="muted">{t("configuration.unchanged")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" aria-label={t("configuration.changes")} tabIndex={0}>
      <table className="plaintable bordered" data-testid="changes">
        <thead>
          <tr>
            <th scope="col">{t("configuration.parameter")}</th>
            <th scope="col">{t("detail.before")}</th>
            <th scope="col">{t("detail.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ parameter, old, new: now }) => (
            <tr key={parameter.field}>
              <th scope="row">{parameter.title}</th>
              <td>
                <Whole parameter={parameter} value={old} schema={schema} />
              </td>
              <td>
                <Whole parameter={parameter} value={now} schema={schema} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Lists of rules are shown as they are; a count would hide what has changed. */
export function Whole(props: { parameter: Parameter; value: unknown; schema: Schema }) {
  const { parameter, value, schema } = props;
  if (parameter.kind === "courses") return <Courses value={value} schema={schema} />;
  if (parameter.kind === "forms") return <HiddenFields value={value} schema={schema} />;
  return <Told parameter={parameter} value={value} />;
}
