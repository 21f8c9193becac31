import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { termsOne } from "@/api/contracts";
import type { Contract, TermsHead } from "@/api/types";
import { ClauseCard } from "@/ui/contracts/ClauseCard";
import { Loaded } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { PlainTable } from "@/ui/PlainTable";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, MoneyText } from "@/ui/text";

/** Every version of the text; below it the clauses that are in force. */
export function VersionsTab({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const head = ["no", "status", "price", "reason", "signed"] as const;
  return (
    <>
      <PlainTable
        label={t("contracts.versions")}
        testId="versions"
        head={head.map((name) => t(`contracts.version.${name}`))}
      >
        {contract.versions.map((terms) => (
          <Version key={terms.id} contract={contract.id} terms={terms} />
        ))}
      </PlainTable>
      {contract.in_force && (
        <>
          <h3>{t("contracts.inForce")}</h3>
          <Loaded query={termsOne(contract.in_force)}>
            {({ clauses }) =>
              clauses.map((clause) => <ClauseCard key={clause.number} clause={clause} />)
            }
          </Loaded>
        </>
      )}
    </>
  );
}

function Version({ contract, terms }: { contract: number; terms: TermsHead }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <Link to={`/contracts/${contract}/terms/${terms.id}`}>
          {terms.no === 1
            ? t("contracts.original")
            : t("contracts.supplementNo", { n: terms.no - 1 })}
        </Link>
      </th>
      <td>
        <StatusTag status={terms.status} label={terms.status_label} />
      </td>
      <td>
        <MoneyText value={terms.price} />
      </td>
      <td className="wrap">{terms.reason || "—"}</td>
      <td>
        {terms.signed_on ? <DateText value={terms.signed_on} /> : <DueDate value={terms.due_on} />}
      </td>
    </tr>
  );
}
