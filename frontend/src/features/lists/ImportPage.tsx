import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import type { Edition } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { ImportSteps } from "@/ui/ImportSteps";
import { TableUpload } from "@/ui/TableUpload";
import { ImportPreview } from "./ImportPreview";
import { previewOf, sendTable, templateOf } from "./importing";
import { editionOne } from "./queries";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={editionOne(id)}>{(edition) => <Import edition={edition} />}</Loaded>;
}

/** A table into a draft, in two steps. Its digest stands in the address: the import can be left and found again. */
function Import({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const { id, kind, kind_label } = edition;
  const sha256 = address.get("table");
  const send = async (file: File) => {
    const preview = await sendTable(id, file);
    if (!preview) return;
    queries.setQueryData(previewOf(id, preview.sha256).queryKey, preview);
    setAddress({ table: preview.sha256 });
  };
  return (
    <>
      <div className="pagehead">
        <h1>{t("importing.title", { list: kind_label })}</h1>
        <div className="end">
          <Link to={`/lists/editions/${id}`}>{t("importing.toDraft")}</Link>
        </div>
      </div>
      <ImportSteps now={sha256 ? 1 : 0} />
      {sha256 ? (
        <Loaded query={previewOf(id, sha256)}>
          {(preview) => (
            <ImportPreview preview={preview} again={() => setAddress({}, { replace: true })} />
          )}
        </Loaded>
      ) : (
        <TableUpload
          hint={t("importing.hint")}
          limits={t("importing.limits")}
          accept=".xlsx,.csv,.docx"
          template={templateOf(kind)}
          send={send}
        />
      )}
    </>
  );
}
