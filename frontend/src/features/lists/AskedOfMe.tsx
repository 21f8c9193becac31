import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Acknowledgement } from "@/api/types";
import { Asked } from "./Asked";
import { openAcknowledgements } from "./queries";

/** What my department, township or village has still to take note of; nothing when there is nothing. */
export function AskedOfMe({ only }: { only?: (asked: Acknowledgement) => boolean }) {
  const { t } = useTranslation();
  const found = useQuery(openAcknowledgements()).data ?? [];
  const asked = only ? found.filter(only) : found;
  if (asked.length === 0) return null;
  return (
    <section className="panel loudtop" aria-label={t("lists.toNote")} data-testid="to-note">
      <h2>{t("lists.toNote")}</h2>
      <ul className="cards">
        {asked.map((one) => (
          <li key={one.id}>
            <Asked asked={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
