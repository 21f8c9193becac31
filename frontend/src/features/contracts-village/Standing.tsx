import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Contract, Terms } from "@/api/types";
import { DueDate } from "@/ui/DueDate";

const OFFERED = ["deliberation", "agreed", "offered"] as const;
const KNOWN = ["signed", "performing", "suspended", "settlement"] as const;

/** What the village may go by now, in one sentence: who is to act, and that silence is never a yes. */
export function Standing({ contract, terms }: { contract: Contract; terms: Terms | null }) {
  const { t } = useTranslation();
  const offered = OFFERED.find((status) => status === terms?.status);
  const known = KNOWN.find((status) => status === contract.status);
  return (
    <div data-testid="standing">
      {known && <p className="asked">{t(`contracting.standing.${known}`)}</p>}
      {known && offered && <p>{t("contracting.standing.supplement")}</p>}
      {offered && (
        <Alert
          type={offered === "agreed" ? "info" : "warning"}
          showIcon
          className="gap"
          title={t(`contracting.standing.${offered}`)}
          description={terms?.due_on && <Due on={terms.due_on} />}
        />
      )}
    </div>
  );
}

function Due({ on }: { on: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t("contracting.periods.open")} <DueDate value={on} />
    </>
  );
}
