import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ListEntry } from "@/api/types";
import { useMedia, WIDE } from "@/ui/useMedia";
import { Bilingual } from "./Bilingual";

/** One entry as a village reads it; on a phone its title, and the rest when it is tapped. */
export function Duty({ entry }: { entry: ListEntry }) {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  const { id, code, title, title_bo, village_duty, village_duty_bo } = entry;
  return (
    <li>
      <details open={wide}>
        <summary>
          <strong>
            {code} {title}
          </strong>
          {title_bo && (
            <span lang="bo" className="tibetan">
              {title_bo}
            </span>
          )}
        </summary>
        {(village_duty || village_duty_bo) && (
          <p>
            <Bilingual zh={village_duty} bo={village_duty_bo} />
          </p>
        )}
        <p className="muted">
          {entry.lead_department && `${entry.lead_department} · `}
          {entry.legal_basis}{" "}
          <Link to={`/lists/${id}`} aria-label={`${t("common.view")} ${code}`}>
            {t("common.view")}
          </Link>
        </p>
      </details>
    </li>
  );
}
