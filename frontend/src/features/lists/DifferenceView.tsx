import { useTranslation } from "react-i18next";
import type { ListDifference } from "@/api/types";
import { ChangedEntry } from "./ChangedEntry";
import { Parts } from "./Parts";

/** Removed, added, changed field by field, in this order. */
export function DifferenceView({ difference }: { difference: ListDifference }) {
  const { t } = useTranslation();
  const { removed, added, changed } = difference;
  return (
    <div data-testid="difference">
      <section className="panel removed" aria-label={t("lists.removed")}>
        <h2>{t("lists.removedCount", { count: removed.length })}</h2>
        {removed.length > 0 && <Parts parts={removed} gone />}
      </section>
      <section className="panel" aria-label={t("lists.added")}>
        <h2>{t("lists.addedCount", { count: added.length })}</h2>
        {added.length > 0 && <Parts parts={added} />}
      </section>
      <section className="panel" aria-label={t("lists.changed")}>
        <h2>{t("lists.changedCount", { count: changed.length })}</h2>
        {changed.map((one) => (
          <ChangedEntry key={one.code} entry={one} />
        ))}
      </section>
    </div>
  );
}
