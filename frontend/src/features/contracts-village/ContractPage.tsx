import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams, useSearchParams } from "react-router";
import { contractHistory, contractLive, termsOne } from "@/api/contracts";
import { labelOf, useLabels } from "@/api/labels";
import type { Contract, Terms } from "@/api/types";
import { Course, passed } from "@/ui/Course";
import { ContractPapers } from "@/ui/contracts/ContractPapers";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { Changes } from "./Changes";
import { May } from "./May";
import { Owed } from "./Owed";
import { Payments } from "./Payments";
import { Periods } from "./Periods";
import { Standing } from "./Standing";
import { useContractFacts } from "./useContractFacts";

/** One contract as its village and its township see it. */
export function Component() {
  const id = Number(useParams().id);
  const [address] = useSearchParams();
  const clause = address.get("clause");
  // Where a figure of an assessment leads to; on this side the records have a page of their own.
  if (address.get("tab") === "records") {
    return (
      <Navigate replace to={`/contracts/${id}/deliverables${clause ? `?clause=${clause}` : ""}`} />
    );
  }
  return <Loaded query={contractLive(id)}>{(contract) => <Found contract={contract} />}</Loaded>;
}

/** With the version that is being decided on, else with the one that was signed last. */
function Found({ contract }: { contract: Contract }) {
  const shown = contract.under_way ?? contract.in_force ?? contract.versions.at(-1)?.id;
  if (!shown) return <ContractDetail contract={contract} terms={null} />;
  return (
    <Loaded query={termsOne(shown)}>
      {(terms) => <ContractDetail contract={contract} terms={terms} />}
    </Loaded>
  );
}

function ContractDetail({ contract, terms }: { contract: Contract; terms: Terms | null }) {
  const { id } = contract;
  const labels = useLabels("contract");
  const history = useQuery(contractHistory(id)).data ?? [];
  const signed = contract.in_force !== null;
  return (
    <DetailPage
      title={contract.subject}
      status={<StatusTag status={contract.status} label={contract.status_label} />}
      back="/contracts"
      where={
        <>
          <Course past={passed(history, labelOf(labels, "negotiating"))} coming={[]} />
          <Standing contract={contract} terms={terms} />
        </>
      }
      may={terms && <May contract={contract} terms={terms} />}
      facts={useContractFacts(contract, terms)}
      papers={<ContractPapers contract={contract} />}
      history={contractHistory(id)}
    >
      {terms && terms.no > 1 && <Changes terms={terms} />}
      {signed && <Periods contract={id} />}
      {signed && <Payments contract={id} />}
      {terms && <Owed terms={terms} />}
    </DetailPage>
  );
}
