import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments } from "@/api/departments";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { Prose } from "@/ui/text";
import type { Field as Name } from "./draft";
import { stepOf } from "./draft";
import { useEditing } from "./editing";
import { Field } from "./Field";

type Row = [name: Name, value: ReactNode];

/** Step 3: all of it once more, and whether the department may know the village. */
export function StepSend({ go }: { go: (step: number) => void }) {
  const { t } = useTranslation();
  const { draft, set } = useEditing();
  const rows = useRows();
  return (
    <>
      {(["who", "what"] as const).map((name, index) => (
        <section key={name} className="check" aria-label={t(`refuse.steps.${name}`)}>
          <div className="headline">
            <h3>{t(`refuse.steps.${name}`)}</h3>
            <Button onClick={() => go(index + 1)}>{t("refuse.change")}</Button>
          </div>
          <dl className="pairs facts">
            {rows
              .filter(([field, value]) => stepOf(field) === index + 1 && value)
              .map(([field, value]) => (
                <div key={field} style={{ display: "contents" }}>
                  <dt>{t(`refuse.fields.${field}`)}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Field name="anonymous" hint={t("refuse.anonymousHint")} group>
        {() => (
          <div className="choices long">
            <label className="choice">
              <input
                type="checkbox"
                name="anonymous"
                checked={draft.anonymous}
                onChange={({ target }) => set({ anonymous: target.checked })}
              />
              <span>{t("refuse.anonymousLabel")}</span>
            </label>
          </div>
        )}
      </Field>
      <p className="muted">{t("refuse.never")}</p>
    </>
  );
}

function useRows(): Row[] {
  const { t } = useTranslation();
  const { villages } = useMe();
  const { draft } = useEditing();
  const forms = useLabels("demand_form");
  const reasons = useLabels("reason");
  const department = useDepartments().find(({ value }) => value === draft.department)?.label;
  return [
    ["village", villages.find(({ id }) => id === draft.village)?.name],
    ["department", department],
    ["form", labelOf(forms, draft.form)],
    ["demanded_on", draft.demanded_on],
    ["document_code", draft.document_code],
    ["title", draft.title],
    ["demand", <Prose key="demand" text={draft.demand} />],
    [
      "reasons",
      <ul key="reasons" className="plainlist">
        {draft.reasons.map((code) => (
          <li key={code}>
            {code} {labelOf(reasons, code) || t(`refuse.reason.${code as "R1"}`)}
          </li>
        ))}
      </ul>,
    ],
    ["explanation", draft.explanation],
  ];
}
