import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { labelOf, useLabels } from "@/api/labels";
import { useSettled } from "@/ui/SearchSelect";
import { withGrounds } from "./draft";
import { useEditing } from "./editing";
import { Field } from "./Field";
import { groundsQuery } from "./queries";
import { useFault } from "./useFault";

const CODES = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"] as const;
const PAUSE_FREE = { staleTime: 60_000, retry: false };

/** The nine reasons in plain words; those that the system can tell are chosen already, with what it found. */
export function ReasonsField() {
  const { t } = useTranslation();
  const { draft, set } = useEditing();
  const fault = useFault();
  const labels = useLabels("reason");
  const title = useSettled(draft.title.trim());
  const { village, department, placement, document_code } = draft;
  const grounds = useQuery({
    ...groundsQuery({ village, department, placement, document_code, title }),
    ...PAUSE_FREE,
  });
  const found = grounds.data;
  useEffect(() => {
    const next = found ? withGrounds(draft, found) : draft;
    if (next !== draft) set(next);
  }, [found, draft, set]);

  const toggle = (code: string, on: boolean) => {
    const others = draft.reasons.filter((one) => one !== code);
    set({ reasons: on ? [...others, code].sort() : others });
  };
  const alone = grounds.isError || grounds.isPaused;
  return (
    <Field
      name="reasons"
      hint={t(alone ? "refuse.reasonsOffline" : "refuse.reasonsHint")}
      fault={fault("reasons")}
      group
    >
      {() => (
        <>
          <p className="muted" role="status">
            {grounds.isFetching && !grounds.isPaused && t("refuse.checking")}
          </p>
          <div className="choices long">
            {CODES.map((code) => {
              const why = found?.find((one) => one.code === code && one.holds)?.why;
              return (
                <label key={code} className="choice">
                  <input
                    type="checkbox"
                    name="reasons"
                    value={code}
                    checked={draft.reasons.includes(code)}
                    onChange={({ target }) => toggle(code, target.checked)}
                  />
                  <span>
                    <strong>
                      {code} {labelOf(labels, code)}
                    </strong>
                    <span className="plainly">{t(`refuse.reason.${code}`)}</span>
                    {why && <span className="told">{t("refuse.systemSays", { why })}</span>}
                  </span>
                </label>
              );
            })}
          </div>
          <Bases codes={draft.reasons} />
        </>
      )}
    </Field>
  );
}

/** The law and the clauses behind what was chosen, as the slip will print them. */
function Bases({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  const bases = useLabels("reason_basis").filter(({ value }) => codes.includes(value));
  if (bases.length === 0) return null;
  return (
    <details>
      <summary>{t("refuse.basis")}</summary>
      <ul className="plainlist muted">
        {bases.map(({ value, label }) => (
          <li key={value}>{t("common.pair", { label: value, value: label })}</li>
        ))}
      </ul>
    </details>
  );
}
