import { useTranslation } from "react-i18next";
import type { ListEntryRow } from "@/api/types";

/** What an entry is called, in both languages; struck through, with the reason, when it leaves. */
export function EntryTitle({ entry }: { entry: ListEntryRow }) {
  const { t } = useTranslation();
  const Title = entry.removed ? "del" : "span";
  return (
    <>
      <Title>{entry.title}</Title>
      {entry.title_bo && (
        <span lang="bo" className="tibetan">
          {entry.title_bo}
        </span>
      )}
      {entry.removed && (
        <small className="prose">{t("lists.leaves", { reason: entry.change_reason })}</small>
      )}
    </>
  );
}
