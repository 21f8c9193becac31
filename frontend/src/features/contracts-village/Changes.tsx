import { useTranslation } from "react-i18next";
import { termsDifference } from "@/api/contracts";
import type { Terms } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";

/** What a supplement changes against what was signed before it. */
export function Changes({ terms }: { terms: Terms }) {
  const { t } = useTranslation();
  const said = (value: string) => value || t("contracting.nothing");
  return (
    <Panel title={t("contracting.changes")}>
      <p>{terms.reason}</p>
      <Loaded query={termsDifference(terms.id)}>
        {(changes) => (
          <ul className="cards">
            {changes.map(({ what, before, after }) => (
              <li key={what}>
                <span className="first">{what}</span>
                <p className="prose">
                  {t("contracting.changeOf", { before: said(before), after: said(after) })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
