import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { TableImport } from "@/ui/TableImport";
import { Preview } from "./Preview";
import { previewOf, sendTable, TEMPLATE } from "./queries";
import { Result } from "./Result";

/** What villages have carried so far, from a table. */
export function Component() {
  const { t } = useTranslation();
  return (
    <TableImport
      title={t("legacy.importTitle")}
      back={<Link to="/legacy">{t("common.back")}</Link>}
      hint={t("legacy.importHint")}
      limits={t("legacy.limits")}
      accept=".xlsx,.csv"
      template={TEMPLATE}
      send={sendTable}
      previewOf={previewOf}
      isOver={({ imported }) => imported !== null}
    >
      {(preview, again) =>
        preview.imported ? (
          <Result made={preview.imported} again={again} />
        ) : (
          <Preview preview={preview} again={again} />
        )
      }
    </TableImport>
  );
}
