import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CellRows, HeadedTable } from "./PlainTable";

export interface FieldChange {
  key: string;
  label: string;
  old: ReactNode;
  new: ReactNode;
  /** The language of both, where it is not the page's. */
  lang?: string;
}

interface Props {
  changes: FieldChange[];
  /** What the first column is called; otherwise what has changed. */
  what?: string;
  className?: string;
  testId?: string;
}

/** Field by field: what it was, what it has become. */
export function BeforeAfter({ changes, what, className = "changes", testId }: Props) {
  const { t } = useTranslation();
  const blank = t("detail.blank");
  return (
    <HeadedTable
      head={[what ?? t("detail.changed"), t("detail.before"), t("detail.after")]}
      className={className}
      testId={testId}
    >
      <CellRows
        rows={changes.map(({ old, new: now, ...row }) => ({
          ...row,
          cells: [old || blank, now || blank],
        }))}
      />
    </HeadedTable>
  );
}
