import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Steps, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { LegacyPreview } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { useProblemText } from "@/ui/useProblemText";
import { Preview } from "./Preview";
import { previewOf, sendTable, TEMPLATE } from "./queries";
import { Result } from "./Result";

/** A table in, in two steps. Its digest stands in the address: the import can be left and found again. */
export function Component() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const sha256 = address.get("table");
  const again = () => setAddress({}, { replace: true });
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
              <Where now={preview.imported ? 2 : 1} />
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
          <Where now={0} />
          <Choose onSent={(preview) => setAddress({ table: preview.sha256 }, { replace: false })} />
        </>
      )}
    </>
  );
}

function Where({ now }: { now: number }) {
  const { t } = useTranslation();
  const titles = [t("legacy.step.choose"), t("legacy.step.check"), t("legacy.step.done")];
  return (
    <section className="panel" aria-label={t("legacy.steps")}>
      <Steps size="small" current={now} items={titles.map((title) => ({ title }))} />
    </section>
  );
}

/** Step one: the file is looked over; nothing is taken over yet. */
function Choose({ onSent }: { onSent: (preview: LegacyPreview) => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: sendTable,
    onSuccess: (preview) => {
      if (!preview) return;
      queries.setQueryData(previewOf(preview.sha256).queryKey, preview);
      onSent(preview);
    },
  });
  return (
    <section className="panel">
      <p>{t("legacy.importHint")}</p>
      <p>
        <a href={TEMPLATE} download>
          {t("legacy.template")}
        </a>
      </p>
      {sending.isError && <Alert type="error" showIcon title={text(sending.error)} role="alert" />}
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={sending.isPending}
        beforeUpload={(file) => {
          sending.mutate(file);
          return false;
        }}
      >
        <p>{t(sending.isPending ? "legacy.reading" : "legacy.choose")}</p>
        <p className="muted">{t("legacy.limits")}</p>
      </Upload.Dragger>
    </section>
  );
}
