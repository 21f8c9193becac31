import { Input } from "antd";
import { useTranslation } from "react-i18next";
import type { TermsText } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { nextNo, RowsField } from "./RowsField";
import { control, TextField } from "./TextField";

type Period = NonNullable<TermsText["periods"]>[number];

/** How and in which periods the work is accepted. */
export function PeriodsSection() {
  const { t } = useTranslation();
  return (
    <Panel title={t("terms.section.acceptance")}>
      <TextField name="acceptance_plan" kind="long" />
      <RowsField<Period>
        name="periods"
        most={60}
        fresh={(rows) => ({ no: nextNo(rows.map(({ no }) => no)) })}
        cells={[
          { name: "title", label: t("terms.title"), control: <Input maxLength={60} /> },
          { name: "from_on", label: t("terms.from"), control: control("date") },
          { name: "to_on", label: t("terms.to"), control: control("date") },
        ]}
      />
    </Panel>
  );
}
