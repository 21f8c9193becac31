import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { villagesQuery } from "@/api/villages";

/** Villages by name under their township; names alone are not unique. */
export function ScopeText({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  const villages = useQuery(villagesQuery()).data ?? [];
  if (codes.length === 0) return <span className="muted">{t("common.none")}</span>;
  const chosen = villages.filter((village) => codes.includes(village.code));
  const townships = [...new Set(chosen.map((village) => village.township_name))];
  return (
    <details>
      <summary>{t("applications.villagesCount", { count: codes.length })}</summary>
      <ul className="plainlist">
        {townships.map((township) => (
          <li key={township}>
            {township}：
            {chosen
              .filter((village) => village.township_name === township)
              .map((village) => village.name)
              .join("、")}
          </li>
        ))}
      </ul>
    </details>
  );
}
