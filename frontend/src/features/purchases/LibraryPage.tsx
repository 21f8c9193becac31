import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "@/api/me";
import { libraryQuery, templatesQuery } from "@/api/purchases";
import { isOfOffice } from "@/api/roles";
import type { SampleClause } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { Prose } from "@/ui/text";
import { SampleButton } from "./SampleButton";

/** The clauses that a contract may take over, and the templates made of them; the office writes them. */
export function Component() {
  const { t } = useTranslation();
  const writes = isOfOffice(useMe().role);
  return (
    <>
      <div className="pagehead">
        <h1>{t("library.title")}</h1>
        <div className="end">
          <Link to="/clause-library/catalogue">{t("catalogue.title")}</Link>
          {writes && <SampleButton />}
        </div>
      </div>
      <p>{t("library.hint")}</p>
      <Panel title={t("library.templates")}>
        <Loaded query={templatesQuery()}>
          {(templates) => (
            <ul>
              {templates.map(({ id, name, clauses }) => (
                <li key={id}>{t("library.template", { name, count: clauses.length })}</li>
              ))}
            </ul>
          )}
        </Loaded>
      </Panel>
      <Panel title={t("library.clauses")}>
        <Loaded query={libraryQuery()}>
          {(clauses) => (
            <ul className="cards">
              {clauses.map((clause) => (
                <li key={clause.id}>
                  <Sample clause={clause} />
                  {writes && <SampleButton clause={clause} />}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Panel>
    </>
  );
}

function Sample({ clause }: { clause: SampleClause }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="first">
        {clause.heading} <span className="tag tag-still">{clause.kind_label}</span>{" "}
        {clause.mandatory && (
          <span className="tag tag-warning">{t("terms.samples.mandatory")}</span>
        )}{" "}
        {clause.assessable && (
          <span className="tag tag-good">
            {t("terms.clause.weighs", { weight: figure(clause.weight) })}
          </span>
        )}
      </span>
      <p>
        <Prose text={clause.text} />
      </p>
    </>
  );
}
