import { useTranslation } from "react-i18next";
import type { Judged } from "@/api/types";
import { DateText, Prose } from "@/ui/text";

/** What the village says to a verdict and what the purchaser answers, side by side. */
export function Objection({ objection }: { objection: NonNullable<Judged["objection"]> }) {
  const { t } = useTranslation();
  return (
    <div className="twocols" data-testid="objection">
      <section aria-label={t("assess.defence")}>
        <h4>{t("assess.defence")}</h4>
        <Prose text={objection.text} />
        <p className="muted">
          <DateText value={objection.said_at} time />
        </p>
      </section>
      <section aria-label={t("assess.answer")}>
        <h4>{t("assess.answer")}</h4>
        <Prose text={objection.answer || t("assess.unanswered")} />
        {objection.answered_at && (
          <p className="muted">
            <DateText value={objection.answered_at} time />
          </p>
        )}
      </section>
    </div>
  );
}
