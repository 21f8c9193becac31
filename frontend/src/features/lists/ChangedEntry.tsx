import { useTranslation } from "react-i18next";
import type { ListDifference } from "@/api/types";

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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={entry.code} tabIndex={0}>
        <table className="changes">
          <thead>
            <tr>
              <th scope="col">{t("detail.changed")}</th>
              <th scope="col">{t("detail.before")}</th>
              <th scope="col">{t("detail.after")}</th>
            </tr>
          </thead>
          <tbody>
            {entry.fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <td lang={languageOf(field.name)}>{field.old || t("detail.blank")}</td>
                <td lang={languageOf(field.name)}>{field.new || t("detail.blank")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const languageOf = (name: string) => (name.endsWith("_bo") ? "bo" : undefined);
