import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { TermsText } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { RowsField } from "./RowsField";
import { control } from "./TextField";

type Band = NonNullable<TermsText["bands"]>[number];
const MOST = 3;

/** From which score on it is called what; only where both sides want it so. */
export function BandsSection() {
  const { t } = useTranslation();
  const bands = useLabels("band");
  return (
    <Panel title={t("terms.section.bands")}>
      <p>{t("terms.hint.bands")}</p>
      <RowsField<Band>
        name="bands"
        most={MOST}
        fresh={() => ({ from: "", label: "" }) as Band}
        cells={[
          { name: "from", label: t("terms.band.from"), control: control("number") },
          { name: "label", label: t("terms.band.label"), control: <Select options={bands} /> },
        ]}
      />
    </Panel>
  );
}
