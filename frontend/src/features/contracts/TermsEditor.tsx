import { Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { termsOne } from "@/api/contracts";
import type { Contract, Terms, TermsText } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { FieldConflict } from "@/ui/FieldConflict";
import { BandsSection } from "./BandsSection";
import { ClausesSection } from "./ClausesSection";
import { ContractFiles } from "./ContractFiles";
import { Difference } from "./Difference";
import { EligibilitySection } from "./EligibilitySection";
import { FaultList } from "./FaultList";
import { MoneySection } from "./MoneySection";
import { PartiesSection } from "./PartiesSection";
import { PeriodsSection } from "./PeriodsSection";
import { SaveState } from "./SaveState";
import { Simulator } from "./Simulator";
import { TermSection } from "./TermSection";
import { TermsSteps } from "./TermsSteps";
import { useFieldFaults } from "./useFieldFaults";
import { useTermsDraft } from "./useTermsDraft";
import { useTold } from "./useTold";

/** The text in sections, saved as it is typed; what is wrong with it stands at its fields. */
export function TermsEditor({ contract, terms }: { contract: Contract; terms: Terms }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TermsText>();
  const draft = useTermsDraft(terms);
  const told = useTold();
  const [initial] = useState(() => draft.current().text);
  useFieldFaults(form, terms.faults, draft.state);
  const write = () => draft.change(form.getFieldsValue(true));
  const settle = (text: TermsText, latest: Terms) => {
    form.setFieldsValue(text);
    draft.settle(text, latest);
  };
  const ready = async () => {
    await draft.flush();
    return draft.current().version;
  };
  return (
    <>
      <TermsSteps terms={terms} ready={ready} />
      <SaveState state={draft.state} error={draft.error} />
      {draft.state === "conflict" && (
        <FieldConflict
          title={t("terms.stale")}
          query={termsOne(terms.id)}
          valuesOf={(latest) => latest.text}
          base={draft.current().base}
          mine={draft.current().text}
          label={(name) => t(`terms.field.${name}`)}
          told={told}
          settle={settle}
        />
      )}
      <FaultList faults={terms.faults} />
      {terms.no > 1 && <Difference terms={terms} />}
      <Form<TermsText>
        form={form}
        layout="vertical"
        name="terms"
        initialValues={initial}
        disabled={draft.state === "conflict"}
        onValuesChange={write}
      >
        <PartiesSection />
        <EligibilitySection village={contract.village_id} write={write} />
        <TermSection />
        <MoneySection />
        <PeriodsSection />
        <ClausesSection faults={terms.faults} write={write} />
        <BandsSection />
      </Form>
      <Panel title={t("contracts.files")}>
        <ContractFiles contract={contract} />
      </Panel>
      <Simulator terms={terms} before={draft.flush} />
    </>
  );
}
