import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Loaded } from "@/ui/DetailPage";
import { ImportSteps } from "@/ui/ImportSteps";
import { TableUpload } from "@/ui/TableUpload";
import { Preview } from "./Preview";
import { previewOf, sendTable, TEMPLATE } from "./queries";
import { Result } from "./Result";

/** A table in, in two steps. Its digest stands in the address: the import can be left and found again. */
export function Component() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const sha256 = address.get("table");
  const again = () => setAddress({}, { replace: true });
  const send = async (file: File) => {
    const preview = await sendTable(file);
    if (!preview) return;
    queries.setQueryData(previewOf(preview.sha256).queryKey, preview);
    setAddress({ table: preview.sha256 });
  };
  return (
    <>
      <div className="pagehead">
        <h1>{t("legacy.importTitle")}</h1>
        <div className="end">
          <Link to="/legacy">{t("common.back")}</Link>
        </div>
      </div>
      {sha256 ? (
        <Loaded query={previewOf(sha256)}>
          {(preview) => (
            <>
              <ImportSteps now={preview.imported ? 2 : 1} />
              {preview.imported ? (
                <Result made={preview.imported} again={again} />
              ) : (
                <Preview preview={preview} again={again} />
              )}
            </>
          )}
        </Loaded>
      ) : (
        <>
          <ImportSteps now={0} />
          <TableUpload
            hint={t("legacy.importHint")}
            limits={t("legacy.limits")}
            accept=".xlsx,.csv"
            template={TEMPLATE}
            send={send}
          />
        </>
      )}
    </>
  );
}
