import { useTranslation } from "react-i18next";
import { CommentButton } from "./CommentButton";

/** Whoever is heard on a draft says it here, of the whole; of one entry where that entry stands. */
export function SayOf({ edition }: { edition: number }) {
  const { t } = useTranslation();
  return (
    <div className="goto">
      <CommentButton edition={edition} />
      <span className="muted">{t("lists.commentHint")}</span>
    </div>
  );
}
