import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Edition } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { TableImport } from "@/ui/TableImport";
import { ImportPreview } from "./ImportPreview";
import { previewOf, sendTable, templateOf } from "./importing";
import { editionOne } from "./queries";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={editionOne(id)}>{(edition) => <Import edition={edition} />}</Loaded>;
}

/** A table into a draft. */
function Import({ edition: { id, kind, kind_label } }: { edition: Edition }) {
  const { t } = useTranslation();
  return (
    <TableImport
      title={t("importing.title", { list: kind_label })}
      back={<Link to={`/lists/editions/${id}`}>{t("importing.toDraft")}</Link>}
      hint={t("importing.hint")}
      limits={t("importing.limits")}
      accept=".xlsx,.csv,.docx"
      template={templateOf(kind)}
      send={(file) => sendTable(id, file)}
      previewOf={(sha256) => previewOf(id, sha256)}
    >
      {(preview, again) => <ImportPreview preview={preview} again={again} />}
    </TableImport>
  );
}
