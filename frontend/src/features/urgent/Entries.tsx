import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Panel } from "@/ui/DetailPage";
import { UrgentTerms } from "@/ui/UrgentTerms";
import { matterWithOrigin } from "./matter-origin";
import { provisional, settingsQuery } from "./queries";

/** Entries that nobody has decided on yet, each on its clock. */
export function Entries() {
  const { t } = useTranslation();
  const rows = useQuery(provisional()).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel title={t("urgent.running", { count: rows.length })}>
      <ul className="cards">
        {rows.map(({ id, title, code, ends_on }) => (
          <li key={id}>
            <Link className="first" to={`/matters/${id}`}>
              {title}
            </Link>
            <span className="muted">{code}</span>
            <Clocks id={id} endsOn={ends_on} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Clocks({ id, endsOn }: { id: number; endsOn: string | null }) {
  const { t } = useTranslation();
  const found = useQuery(matterWithOrigin(id)).data;
  const days = useQuery(settingsQuery()).data?.settings.urgent?.decision_days;
  if (!found) return null;
  return (
    <>
      <UrgentTerms
        enteredAt={found.entered_at}
        clocks={found.clocks}
        endsOn={endsOn}
        decisionDays={days}
      />
      {found.editable && <Link to={`/applications/${found.id}/edit`}>{t("urgent.apply")}</Link>}
    </>
  );
}
