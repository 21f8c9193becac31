import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Edition } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { DifferenceFiles } from "./DifferenceFiles";
import { Parts } from "./Parts";
import { differenceOf } from "./queries";

/** In short what changes against the edition before; what leaves is told in full. */
export function ChangesPanel({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  if (!edition.based_on) return <p className="muted">{t("lists.firstEdition")}</p>;
  return (
    <Loaded query={differenceOf(edition.id)}>
      {({ removed, added, changed }) => (
        <>
          {removed.length > 0 && (
            <div className="removed">
              <h3>{t("lists.removedCount", { count: removed.length })}</h3>
              <Parts parts={removed} gone />
            </div>
          )}
          <p>
            {removed.length === 0 && `${t("lists.removedCount", { count: 0 })} · `}
            {t("lists.addedCount", { count: added.length })} ·{" "}
            {t("lists.changedCount", { count: changed.length })}{" "}
            <Link to={`/lists/compare?to=${edition.id}`}>{t("lists.whatChanges")}</Link>
          </p>
          <DifferenceFiles edition={edition.id} />
        </>
      )}
    </Loaded>
  );
}
