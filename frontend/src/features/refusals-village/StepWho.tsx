import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import { useDepartments } from "@/api/departments";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { useEditing } from "./editing";
import { Field } from "./Field";
import { useFault } from "./useFault";

const numberOf = (value: string) => (value ? Number(value) : null);

/** Step 1: who demands it, how, and with which paper. */
export function StepWho() {
  const { t } = useTranslation();
  const { villages } = useMe();
  const { draft, set } = useEditing();
  const fault = useFault();
  const departments = useDepartments();
  const forms = useLabels("demand_form");
  return (
    <>
      {villages.length > 1 && (
        <Field name="village" fault={fault("village")}>
          {(told) => (
            <select
              {...told}
              value={draft.village ?? ""}
              onChange={({ target }) => set({ village: numberOf(target.value), placement: null })}
            >
              <option value="">{t("refuse.choose")}</option>
              {villages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field name="department" fault={fault("department")}>
        {(told) => (
          <select
            {...told}
            value={draft.department ?? ""}
            onChange={({ target }) => set({ department: numberOf(target.value) })}
          >
            <option value="">{t("refuse.choose")}</option>
            {departments.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="form" fault={fault("form")} group>
        {() => (
          <div className="choices">
            {forms.map(({ value, label }) => (
              <label key={value} className="choice">
                <input
                  type="radio"
                  name="form"
                  value={value}
                  checked={draft.form === value}
                  onChange={() => set({ form: value })}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        )}
      </Field>
      <Field name="demanded_on" fault={fault("demanded_on")}>
        {(told) => (
          <input
            {...told}
            type="date"
            max={today()}
            value={draft.demanded_on}
            onChange={({ target }) => set({ demanded_on: target.value })}
          />
        )}
      </Field>
      <Field name="document_code" hint={t("refuse.codeHint")} fault={fault("document_code")}>
        {(told) => (
          <input
            {...told}
            type="text"
            autoComplete="off"
            maxLength={20}
            value={draft.document_code}
            onChange={({ target }) => set({ document_code: target.value })}
          />
        )}
      </Field>
    </>
  );
}
