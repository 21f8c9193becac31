import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { AcceptancePeriod } from "@/api/types";
import { AssessForm } from "@/ui/contracts/AssessForm";
import { AssessmentTable } from "@/ui/contracts/AssessmentTable";
import { Panel } from "@/ui/DetailPage";

const CLOSED = ["accepted", "partly", "not_accepted", "cancelled"];

/** The department's duties as we rate them: the same table, the same engine, the other way round. */
export function Rating({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const village = useMe().role === "village_officer";
  const mayRate = village && !CLOSED.includes(period.status);
  const duties = period.clauses.filter(
    ({ clause }) => clause.side === "purchaser" && clause.assessable,
  );
  return (
    <Panel title={t("contracting.periods.ours")}>
      {duties.length === 0 ? (
        <p className="muted">{t("contracting.periods.noDuties")}</p>
      ) : (
        <>
          <p className="muted">{t("contracting.periods.oursHint")}</p>
          {open ? (
            <div className="touch">
              <AssessForm period={period} side="purchaser" onSaved={() => setOpen(false)} />
            </div>
          ) : (
            <>
              <AssessmentTable period={period} side="purchaser" />
              {mayRate && (
                <Button
                  size="large"
                  className="above"
                  data-testid="rate"
                  onClick={() => setOpen(true)}
                >
                  {t("contracting.periods.mayRate")}
                </Button>
              )}
            </>
          )}
        </>
      )}
    </Panel>
  );
}
