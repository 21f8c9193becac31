import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { contractActions, contractHistory, contractLive } from "@/api/contracts";
import { takeStep } from "@/api/steps";
import type { Contract } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { ContractPapers } from "@/ui/contracts/ContractPapers";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { ContractCourse } from "./ContractCourse";
import { ContractFiles } from "./ContractFiles";
import { PaymentsTab } from "./PaymentsTab";
import { PeriodsTab } from "./PeriodsTab";
import { ProgressTab } from "./ProgressTab";
import { RecordsTab } from "./RecordsTab";
import { Supplement } from "./Supplement";
import { CONTRACT_STEPS } from "./steps";
import { useContractFacts } from "./useContractFacts";
import { VersionsTab } from "./VersionsTab";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={contractLive(id)}>{(contract) => <ContractDetail contract={contract} />}</Loaded>
  );
}

/** What it is, where it stands, what I may do; its text, its records, its periods, its payments. */
function ContractDetail({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const { id, version } = contract;
  return (
    <DetailPage
      title={contract.subject}
      status={<StatusTag status={contract.status} label={contract.status_label} />}
      back="/contracts"
      head={<Supplement contract={contract} />}
      where={<ContractCourse contract={contract} />}
      may={
        <ActionBar
          actions={contractActions(id)}
          forms={CONTRACT_STEPS}
          take={(step, body) => takeStep("contracts", id, step, { version, ...body })}
        />
      }
      facts={useContractFacts(contract)}
      papers={<ContractPapers contract={contract} />}
      history={contractHistory(id)}
      aside={
        <Panel title={t("contracts.files")}>
          <ContractFiles contract={contract} />
        </Panel>
      }
    >
      <Parts contract={contract} />
    </DetailPage>
  );
}

/** The parts of a contract; which of them is open stands in the address. */
function Parts({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const asked = useSearchParams()[0].get("tab") ?? "";
  const parts: Record<string, ReactNode> = {
    text: <VersionsTab contract={contract} />,
    records: <RecordsTab contract={contract} />,
    periods: <PeriodsTab contract={contract} />,
    payments: <PaymentsTab contract={contract} />,
    progress: <ProgressTab contract={contract} />,
  };
  const open = asked in parts ? asked : "text";
  return (
    <section className="panel" aria-label={t("contracts.parts")}>
      <nav className="parts" aria-label={t("contracts.parts")}>
        {Object.keys(parts).map((part) => (
          <Link
            key={part}
            to={`?tab=${part}`}
            replace
            preventScrollReset
            aria-current={part === open ? "page" : undefined}
            data-testid={`part-${part}`}
          >
            {t(`contracts.tab.${part as "text"}`)}
          </Link>
        ))}
      </nav>
      {parts[open]}
    </section>
  );
}
