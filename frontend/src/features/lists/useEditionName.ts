import { useTranslation } from "react-i18next";
import type { EditionLink } from "@/api/types";

/** What an edition is called: by its number, or as a draft while it has none. */
export function useEditionName(): (edition: Pick<EditionLink, "number">) => string {
  const { t } = useTranslation();
  return ({ number }) => (number ? t("lists.edition", { number }) : t("lists.draft"));
}
