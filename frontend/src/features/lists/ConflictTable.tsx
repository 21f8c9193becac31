import { useTranslation } from "react-i18next";
import type { Field, Values } from "./entry-fields";
import { useValueText } from "./useValueText";

interface Props {
  fields: Field[];
  base: Values;
  theirs: Values;
  mine: Values;
}

/** Each field that one of two people has changed: as it was, as it is now, as I wrote it. */
export function ConflictTable({ fields, base, theirs, mine }: Props) {
  const { t } = useTranslation();
  const said = useValueText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" aria-label={t("entry.stale")} tabIndex={0}>
      <table className="plaintable bordered" data-testid="stale">
        <thead>
          <tr>
            <th scope="col">{t("detail.changed")}</th>
            <th scope="col">{t("entry.begun")}</th>
            <th scope="col">{t("entry.theirs")}</th>
            <th scope="col">{t("entry.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`lists.field.${name}`)}</th>
              <td>{said(name, base[name])}</td>
              <td>{said(name, theirs[name])}</td>
              <td>{said(name, mine[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
