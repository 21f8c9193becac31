import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { useEditing } from "./editing";
import { Field } from "./Field";
import { carriedQuery } from "./queries";
import { ReasonsField } from "./ReasonsField";
import { useFault } from "./useFault";

/** Step 2: what is demanded, and why the village need not take it on. */
export function StepWhat() {
  const { t } = useTranslation();
  const { draft, set } = useEditing();
  const fault = useFault();
  return (
    <>
      <Carried />
      <Field name="title" hint={t("refuse.titleHint")} fault={fault("title")}>
        {(told) => (
          <input
            {...told}
            type="text"
            autoComplete="off"
            maxLength={60}
            value={draft.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <Field name="demand" hint={t("refuse.demandHint")} fault={fault("demand")}>
        {(told) => (
          <textarea
            {...told}
            rows={4}
            maxLength={2000}
            value={draft.demand}
            onChange={({ target }) => set({ demand: target.value })}
          />
        )}
      </Field>
      <ReasonsField />
      <Field name="explanation" fault={fault("explanation")}>
        {(told) => (
          <textarea
            {...told}
            rows={3}
            maxLength={2000}
            value={draft.explanation}
            onChange={({ target }) => set({ explanation: target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** What the village carries; the refusal may be about one of them. */
function Carried() {
  const { t } = useTranslation();
  const { villages } = useMe();
  const { draft, set } = useEditing();
  const fault = useFault();
  const own = villages.find(({ id }) => id === draft.village)?.name;
  const carried = (useQuery(carriedQuery()).data?.items ?? []).filter(
    ({ village, id, status }) => id === draft.placement || (village === own && status !== "closed"),
  );
  if (carried.length === 0) return null;
  const choose = (id: number | null) =>
    set({ placement: id, title: carried.find((one) => one.id === id)?.title ?? "" });
  return (
    <Field name="placement" fault={fault("placement")}>
      {(told) => (
        <select
          {...told}
          value={draft.placement ?? ""}
          onChange={({ target }) => choose(target.value ? Number(target.value) : null)}
        >
          <option value="">{t("refuse.noPlacement")}</option>
          {carried.map(({ id, title, department }) => (
            <option key={id} value={id}>
              {title}（{department}）
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
