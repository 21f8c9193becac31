import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Matter } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { Papers } from "@/ui/Papers";
import { PdfView } from "@/ui/PdfView";
import { Entries } from "./Entries";
import { EntryForm } from "./EntryForm";
import { settingsQuery } from "./queries";

/** 先进后批: registering an entry, its provisional paper, and the clocks of those that are not decided yet. */
export function Component() {
  const { t } = useTranslation();
  const [made, setMade] = useState<Matter | null>(null);
  const terms = useQuery(settingsQuery()).data?.settings.urgent;
  return (
    <>
      <div className="pagehead">
        <h1>{t("urgent.title")}</h1>
      </div>
      {terms && (
        <p className="muted">
          {t("urgent.rules", {
            hours: terms.registration_hours,
            apply: terms.application_days,
            decide: terms.decision_days,
            days: terms.max_calendar_days,
          })}
        </p>
      )}
      <Entries />
      {made ? (
        <Registered matter={made} again={() => setMade(null)} />
      ) : (
        <Panel title={t("urgent.register")}>
          <Loaded query={settingsQuery()}>
            {({ settings }) => (
              <EntryForm hours={settings.urgent?.registration_hours ?? 24} onMade={setMade} />
            )}
          </Loaded>
        </Panel>
      )}
    </>
  );
}

/** It has entered: what it is called, the paper that goes with it, and what must be done next. */
function Registered({ matter, again }: { matter: Matter; again: () => void }) {
  const { t } = useTranslation();
  const [paper] = matter.papers;
  return (
    <Panel title={t("urgent.registered", { code: matter.code })}>
      <p role="status">{t("urgent.next")}</p>
      <p className="goto">
        <Link className="actlink" to={`/applications/${matter.application_id}/edit`}>
          {t("urgent.apply")}
        </Link>
        <Link to={`/matters/${matter.id}`}>{t("urgent.toMatter")}</Link>
        <button type="button" className="textbutton" onClick={again}>
          {t("urgent.another")}
        </button>
      </p>
      {paper && <PdfView href={`/api/documents/${paper.id}/file`} title={paper.number} />}
      <Papers papers={matter.papers} />
    </Panel>
  );
}
