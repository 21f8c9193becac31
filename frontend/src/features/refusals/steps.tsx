/** What each answer to a refusal asks for. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchSelect, useSettled } from "@/ui/SearchSelect";
import type { Given, StepForms } from "@/ui/step-forms";
import { ownApplications } from "./queries";

const answer = { kind: "long", required: true } as const;
const ruling = { kind: "long", required: true } as const;

export const REFUSAL_STEPS: StepForms = {
  withdraw_demand: { fields: { answer }, remark: false },
  apply: {
    fields: {
      answer,
      application: { kind: "control", render: (given) => <Own {...given} /> },
    },
    remark: false,
  },
  contest: { fields: { answer }, remark: false },
  uphold: { fields: { ruling }, remark: false },
  overrule: { fields: { ruling }, remark: false, danger: true },
};

/** One of the department's own applications, if it has been begun already. */
function Own(given: Given<number | null>) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const found = useQuery({
    ...ownApplications(useSettled(words)),
    placeholderData: keepPreviousData,
  });
  return (
    <SearchSelect<number | null>
      {...given}
      placeholder={t("refusals.pickApplication")}
      options={(found.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      loading={found.isFetching}
      failed={found.isError}
      onSearch={setWords}
    />
  );
}
