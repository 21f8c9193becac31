import { useTranslation } from "react-i18next";
import type { AcceptancePeriod } from "@/api/types";
import { Facts, Panel } from "@/ui/DetailPage";
import { DateText, Prose } from "@/ui/text";
import { Yuan } from "@/ui/Yuan";

/** What the panel found, once it has signed. */
export function Panelists({ period }: { period: AcceptancePeriod }) {
  const { t } = useTranslation();
  if (!period.panel_signed_at) return null;
  const members = period.panel.map(({ name, capacity, recipient }) =>
    recipient ? t("period.memberServed", { name, capacity }) : `${name}（${capacity}）`,
  );
  return (
    <Panel title={t("period.panel")}>
      <Facts
        rows={[
          [t("period.members"), members.join(t("common.comma"))],
          [t("period.opinion"), <Prose key="opinion" text={period.recipients_opinion} />],
          [t("period.result"), period.result_label],
          [t("period.resultReason"), <Prose key="reason" text={period.result_reason} />],
          [t("period.amount"), <Yuan key="amount" value={period.accepted_amount} />],
          [t("period.remedyDue"), <DateText key="remedy" value={period.remedy_due_on} />],
          [t("period.signed"), <DateText key="signed" value={period.panel_signed_at} time />],
          [
            t("period.countersigned"),
            <>
              {period.countersignatory} <DateText value={period.countersigned_at} time />
            </>,
          ],
        ]}
      />
    </Panel>
  );
}
