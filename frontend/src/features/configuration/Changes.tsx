import { useTranslation } from "react-i18next";
import { BeforeAfter } from "@/ui/BeforeAfter";
import { Scroll } from "@/ui/PlainTable";
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
    <Scroll label={t("configuration.changes")}>
      <BeforeAfter
        what={t("configuration.parameter")}
        className="plaintable bordered"
        testId="changes"
        changes={changes.map(({ parameter, old, new: now }) => ({
          key: parameter.field,
          label: parameter.title,
          old: <Whole parameter={parameter} value={old} schema={schema} />,
          new: <Whole parameter={parameter} value={now} schema={schema} />,
        }))}
      />
    </Scroll>
  );
}

/** Lists of rules are shown as they are; a count would hide what has changed. */
export function Whole(props: { parameter: Parameter; value: unknown; schema: Schema }) {
  const { parameter, value, schema } = props;
  if (parameter.kind === "courses") return <Courses value={value} schema={schema} />;
  if (parameter.kind === "forms") return <HiddenFields value={value} schema={schema} />;
  return <Told parameter={parameter} value={value} />;
}
