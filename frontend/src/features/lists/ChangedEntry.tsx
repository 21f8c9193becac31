import { useTranslation } from "react-i18next";
import type { ListDifference } from "@/api/types";
import { BeforeAfter } from "@/ui/BeforeAfter";
import { Scroll } from "@/ui/PlainTable";

/** One entry before and after, field by field, and why. */
export function ChangedEntry({ entry }: { entry: ListDifference["changed"][number] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>
        {entry.code} {entry.title}
      </h3>
      {entry.reason && (
        <p className="prose">
          {t("common.pair", { label: t("lists.reason"), value: entry.reason })}
        </p>
      )}
      <Scroll label={entry.code}>
        <BeforeAfter
          changes={entry.fields.map(({ name, ...field }) => ({
            ...field,
            key: name,
            lang: languageOf(name),
          }))}
        />
      </Scroll>
    </>
  );
}

const languageOf = (name: string) => (name.endsWith("_bo") ? "bo" : undefined);
