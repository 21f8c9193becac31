import { useTranslation } from "react-i18next";
import type { TablePreview } from "@/api/types";

interface Props {
  entries: TablePreview["missing"];
  count: number;
}

/** What the draft holds and the table does not; some of it may not be taken out. */
export function MissingEntries({ entries, count }: Props) {
  const { t } = useTranslation();
  return (
    <details className="removed" open={count <= 10}>
      <summary>{t("importing.missing", { count })}</summary>
      <ul className="parts">
        {entries.map(({ id, code, title, blocked }) => (
          <li key={id}>
            {code} {title}
            {blocked && <div className="warned">{blocked}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}
