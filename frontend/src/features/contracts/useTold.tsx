import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A part of the text in words, for comparing two writings of it. */
export function useTold(): (name: string, value: unknown) => ReactNode {
  const { t } = useTranslation();
  return (_, value) => {
    if (Array.isArray(value)) {
      return (
        <ol>
          {value.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text keep their places
            <li key={place}>{rowOf(row as Record<string, unknown>)}</li>
          ))}
        </ol>
      );
    }
    return <span className="prose">{String(value ?? "") || t("common.none")}</span>;
  };
}

const rowOf = (row: Record<string, unknown>): string =>
  Object.values(row)
    .filter((value) => typeof value === "string" && value !== "")
    .join(" · ");
