import { useTranslation } from "react-i18next";
import type { Draft, DraftChecked, PaperForm } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { titleOf } from "./fields";
import { draftCheck } from "./queries";

/** What still keeps the paper from its seal, and what would print empty, as it was saved last. */
export function Checked({ draft, form }: { draft: Draft; form?: PaperForm }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("drafts.check")}>
      <Loaded query={draftCheck(draft.id, draft.version)}>
        {(checked) => <Told checked={checked as DraftChecked} form={form} />}
      </Loaded>
    </Panel>
  );
}

function Told({ checked: { faults, blanks }, form }: { checked: DraftChecked; form?: PaperForm }) {
  const { t } = useTranslation();
  if (faults.length + blanks.length === 0) return <p role="status">{t("drafts.whole")}</p>;
  return (
    <div role="status" data-testid="draft-check">
      <ul>
        {faults.map(({ field, detail }) => (
          <li key={`${field} ${detail}`} className="warned">
            {t("common.pair", { label: titleOf(form?.fields ?? [], field), value: detail })}
          </li>
        ))}
        {blanks.map(({ name, title, printed }) => (
          <li key={name} className={printed ? "warned" : "muted"}>
            {t(printed ? "templates.blank" : "templates.leftOut", { title })}
          </li>
        ))}
      </ul>
    </div>
  );
}
