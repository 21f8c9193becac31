import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Loaded } from "@/ui/DetailPage";
import { PlainTable } from "@/ui/PlainTable";
import { DateText } from "@/ui/text";
import { templateList } from "./queries";

/** Every kind of paper, and whose wording it is drawn with. */
export function Component() {
  const { t } = useTranslation();
  const head = (["kind", "used", "since", "draft"] as const).map((name) => t(`templates.${name}`));
  return (
    <>
      <div className="pagehead">
        <h1>{t("templates.title")}</h1>
      </div>
      <p>{t("templates.hint")}</p>
      <Loaded query={templateList()}>
        {(kinds) => (
          <PlainTable label={t("templates.title")} head={head}>
            {kinds.map(({ kind, label, number, published_on, drafted }) => (
              <tr key={kind}>
                <th scope="row">
                  <Link to={`/templates/${kind}`}>{label}</Link>
                </th>
                <td>{number ? t("templates.own", { number }) : t("templates.supplied")}</td>
                <td>{published_on && <DateText value={published_on} />}</td>
                <td>
                  {drafted && <span className="tag tag-warning">{t("templates.drafted")}</span>}
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
      </Loaded>
    </>
  );
}
