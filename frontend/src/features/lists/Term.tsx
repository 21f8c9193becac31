import { useTranslation } from "react-i18next";
import type { EditionLink } from "@/api/types";
import { day } from "@/ui/text";

/** From which day an edition holds, and on which it no longer does. */
export function Term({ edition }: { edition: Pick<EditionLink, "effective_on" | "ends_on"> }) {
  const { t } = useTranslation();
  const { effective_on: from, ends_on: to } = edition;
  if (!from) return <span className="muted">—</span>;
  return (
    <span>
      {to
        ? t("lists.term", { from: day(from), to: day(to) })
        : t("lists.effective", { date: day(from) })}
    </span>
  );
}
