import { useTranslation } from "react-i18next";
import { termsActions, termsHistory } from "@/api/contracts";
import { labelOf, useLabels } from "@/api/labels";
import { takeStep } from "@/api/steps";
import type { Terms } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Course, passed } from "@/ui/Course";
import { Loaded, Panel } from "@/ui/DetailPage";
import { TERMS_STEPS } from "./steps";

const WAY = ["draft", "review", "deliberation", "agreed", "offered", "signed"];
const comingOf = (status: string) =>
  WAY.includes(status) ? WAY.slice(WAY.indexOf(status) + 1) : [];

interface Props {
  terms: Terms;
  /** What is still being typed goes to the server first; gives the version that then stands there. */
  ready?: () => Promise<number>;
}

/** How far this version is, and what I may do with it. */
export function TermsSteps({ terms, ready }: Props) {
  const { t } = useTranslation();
  const labels = useLabels("terms");
  return (
    <>
      <Panel title={t("detail.where")}>
        <Loaded query={termsHistory(terms.id)}>
          {(history) => (
            <Course
              past={passed(history, labelOf(labels, "draft") || terms.status_label)}
              coming={comingOf(terms.status).flatMap((status) => labelOf(labels, status) || [])}
            />
          )}
        </Loaded>
      </Panel>
      <Panel title={t("detail.may")}>
        <ActionBar
          actions={termsActions(terms.id)}
          forms={TERMS_STEPS}
          take={async (step, body) => {
            const version = ready ? await ready() : terms.version;
            return takeStep("contract-terms", terms.id, step, { version, ...body });
          }}
        />
      </Panel>
    </>
  );
}
