import { App } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { beginSupplement, contractActions, previewOf, termsActions } from "@/api/contracts";
import { useMe } from "@/api/me";
import { takeStep } from "@/api/steps";
import type { Contract, Terms } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { DialogButton } from "@/ui/DialogButton";
import { asking, useContractSteps, useTermsSteps } from "./steps";

const IN_FORCE = ["signed", "performing", "suspended"];
const UNDER_WORK = ["performing", "suspended", "settlement"];

/** What the village may do: decide on what was offered, record its work, ask for time, end it by agreement. */
export function May({ contract, terms }: { contract: Contract; terms: Terms }) {
  const { t } = useTranslation();
  const { id, version } = contract;
  const forms = useContractSteps(contract);
  const village = useMe().role === "village_officer";
  const records = UNDER_WORK.includes(contract.status);
  return (
    <div className="touch">
      {village && contract.under_way !== null && <Deciding contract={contract} terms={terms} />}
      <div className="steps-may">
        {records && (
          <Link className="bigbutton" to={`/contracts/${id}/deliverables`}>
            {t("contracting.records.all")}
          </Link>
        )}
        {village && IN_FORCE.includes(contract.status) && contract.under_way === null && (
          <MoreTime id={id} />
        )}
        {contract.under_way !== null && (
          <a className="bigbutton" href={previewOf(terms.id)} download>
            {t("contracting.preview")}
          </a>
        )}
      </div>
      {village && contract.in_force !== null && (
        <ActionBar
          actions={contractActions(id)}
          forms={forms}
          take={(step, body) => takeStep("contracts", id, step, { version, ...body })}
        />
      )}
    </div>
  );
}

function Deciding({ contract, terms }: { contract: Contract; terms: Terms }) {
  const { id, version } = terms;
  return (
    <ActionBar
      actions={termsActions(id)}
      forms={useTermsSteps(contract, terms)}
      take={(step, body) => takeStep("contract-terms", id, step, { version, ...body })}
    />
  );
}

/** More time is a supplement that we ask for and the department drafts. */
function MoreTime({ id }: { id: number }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const label = t("contracting.moreTimeReason");
  return (
    <DialogButton
      name="more-time"
      label={t("contracting.moreTime")}
      form={asking(t("contracting.moreTimeHint"), { name: "reason", label, most: 200 })}
      submit={async ({ reason }) => {
        await beginSupplement(id, String(reason));
        message.success(t("contracting.moreTimeAsked"));
      }}
    />
  );
}
