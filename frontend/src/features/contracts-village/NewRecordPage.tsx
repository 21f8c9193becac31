import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { contractOne, termsOne } from "@/api/contracts";
import type { Posted } from "@/api/outbox";
import { ProblemError } from "@/api/problem";
import type { Contract, RecordIn } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Missing } from "@/ui/states";
import { useOutbox } from "@/ui/useOutbox";
import { recordable, useClauses } from "./clauses";
import { RecordForm } from "./RecordForm";
import { draftOf, emptyDraft } from "./record";

/** A new record, or one that the server would not take, to be mended. It is kept first, and sent when there is a line. */
export function Component() {
  const [address] = useSearchParams();
  const { box } = useOutbox();
  const found = box.find(address.get("mend"));
  const mends = found?.kind === "deliverable" && found.body ? found : null;
  const contract = mends?.body?.contract ?? Number(address.get("contract"));
  if (!contract) return <Missing />;
  return (
    <Loaded query={contractOne(contract)}>
      {(one) => <New contract={one} mends={mends} clause={Number(address.get("clause")) || null} />}
    </Loaded>
  );
}

interface Props {
  contract: Contract;
  mends: Posted<"deliverable"> | null;
  clause: number | null;
}

function New({ contract, mends, clause }: Props) {
  const { t } = useTranslation();
  if (contract.in_force === null) return <Missing />;
  return (
    <>
      <div className="pagehead">
        <h1>{t("contracting.records.create")}</h1>
      </div>
      <p className="muted">{contract.subject}</p>
      <Loaded query={termsOne(contract.in_force)}>
        {(terms) => <Writing contract={contract} mends={mends} clause={clause} terms={terms} />}
      </Loaded>
    </>
  );
}

type Terms = Parameters<typeof useClauses>[0];

function Writing({ contract, mends, clause, terms }: Props & { terms: Terms }) {
  const navigate = useNavigate();
  const { box } = useOutbox();
  const { id, starts_on, ends_on } = contract;
  const clauses = recordable(useClauses(terms));
  const send = async (body: RecordIn) => {
    const heading = clauses.find(({ number }) => number === body.clause)?.heading ?? "";
    const posted = await box.post("deliverable", `${heading} ${body.done_on}`, {
      ...body,
      contract: id,
    });
    if (posted.state === "faulty") {
      box.drop(posted.key);
      throw new ProblemError(422, "faulty", posted.fault?.message ?? "", posted.fault?.errors);
    }
    if (mends) box.drop(mends.key);
    return posted.id ?? null;
  };
  return (
    <RecordForm
      name={mends?.key ?? `new.${id}`}
      begin={mends?.body ? draftOf(mends.body) : emptyDraft(clause)}
      clauses={clauses}
      term={{ from: starts_on, to: ends_on }}
      failure={mends?.fault?.message}
      send={send}
      onward={(record) =>
        navigate(record ? `/deliverables/${record}` : `/contracts/${id}/deliverables`, {
          replace: true,
        })
      }
    />
  );
}
