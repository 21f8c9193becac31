import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { contractOne, previewOf, termsOne } from "@/api/contracts";
import { useMe } from "@/api/me";
import type { Contract, Terms } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { TermsEditor } from "./TermsEditor";
import { TermsReader } from "./TermsReader";

export function Component() {
  const { id, terms } = useParams();
  return (
    <Loaded query={contractOne(Number(id))}>
      {(contract) => (
        <Loaded query={termsOne(Number(terms))}>
          {(found) => <Text key={found.id} contract={contract} terms={found} />}
        </Loaded>
      )}
    </Loaded>
  );
}

/** One version of the text: written while it is a draft and mine to write, read otherwise. */
function Text({ contract, terms }: { contract: Contract; terms: Terms }) {
  const { t } = useTranslation();
  const writes = useMe().role === "department_clerk" && terms.status === "draft";
  return (
    <article>
      <div className="pagehead">
        <h1>
          {contract.subject}{" "}
          {terms.no === 1
            ? t("contracts.original")
            : t("contracts.supplementNo", { n: terms.no - 1 })}
        </h1>
        <StatusTag status={terms.status} label={terms.status_label} />
        <div className="end">
          <a href={previewOf(terms.id)} target="_blank" rel="noreferrer" data-testid="preview">
            {t("terms.preview")}
          </a>
          <Link to={`/contracts/${contract.id}`}>{t("terms.toContract")}</Link>
        </div>
      </div>
      {writes ? <TermsEditor contract={contract} terms={terms} /> : <TermsReader terms={terms} />}
    </article>
  );
}
