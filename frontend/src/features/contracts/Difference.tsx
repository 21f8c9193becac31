import { useTranslation } from "react-i18next";
import { termsDifference } from "@/api/contracts";
import type { Terms } from "@/api/types";
import { BeforeAfter } from "@/ui/BeforeAfter";
import { Loaded, Panel } from "@/ui/DetailPage";

/** What a supplement changes against the version signed before it. */
export function Difference({ terms }: { terms: Terms }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("terms.difference")}>
      <Loaded query={termsDifference(terms.id)}>
        {(changes) =>
          changes.length === 0 ? (
            <p className="muted">{t("terms.noDifference")}</p>
          ) : (
            <BeforeAfter
              changes={changes.map(({ what, before, after }) => ({
                key: what,
                label: what,
                old: before,
                new: after,
              }))}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
