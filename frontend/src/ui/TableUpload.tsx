import { useMutation } from "@tanstack/react-query";
import { Upload } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Fault } from "./Fault";

export interface Choosing {
  hint: ReactNode;
  limits: string;
  /** Which files can be chosen, `.xlsx,.csv`. */
  accept: string;
  /** An empty table to fill in. */
  template: string;
  send: (file: File) => Promise<unknown>;
}

/** Step one of an import: the file is looked over; nothing is taken over yet. */
export function TableUpload({ hint, limits, accept, template, send }: Choosing) {
  const { t } = useTranslation();
  const sending = useMutation({ mutationFn: send });
  return (
    <section className="panel">
      <p>{hint}</p>
      <p>
        <a href={template} download>
          {t("sheet.template")}
        </a>
      </p>
      <Fault error={sending.error} />
      <Upload.Dragger
        accept={accept}
        showUploadList={false}
        disabled={sending.isPending}
        beforeUpload={(file) => {
          sending.mutate(file);
          return false;
        }}
      >
        <p>{t(sending.isPending ? "sheet.reading" : "sheet.choose")}</p>
        <p className="muted">{limits}</p>
      </Upload.Dragger>
    </section>
  );
}
