import { useTranslation } from "react-i18next";
import type { PaperTemplate } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { PlainTable } from "@/ui/PlainTable";

/** What the template may print, to be copied. */
export function Words({ template }: { template: PaperTemplate }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("templates.fields")}>
      <PlainTable
        label={t("templates.fields")}
        look="tall"
        head={[t("templates.field"), t("templates.write")]}
      >
        {template.fields.map(({ name, title }) => (
          <tr key={name}>
            <th scope="row">{title}</th>
            <td>
              <code>{`{{ facts.${name} }}`}</code>
            </td>
          </tr>
        ))}
      </PlainTable>
    </Panel>
  );
}
