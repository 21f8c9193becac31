import { useTranslation } from "react-i18next";
import { Panel } from "@/ui/DetailPage";
import { TextField } from "./TextField";

/** From when until when; longer than a year only with its reason. */
export function TermSection() {
  const { t } = useTranslation();
  return (
    <Panel title={t("terms.section.term")}>
      <div className="twocols">
        <TextField name="starts_on" kind="date" />
        <TextField name="ends_on" kind="date" />
      </div>
      <TextField name="term_reason" kind="long" hint={t("terms.hint.term_reason")} />
    </Panel>
  );
}
