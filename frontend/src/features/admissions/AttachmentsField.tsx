import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { attachmentList } from "@/api/attachments";
import { useLabels } from "@/api/labels";
import type { Application } from "@/api/types";
import { AttachmentList } from "./AttachmentList";
import { useFiles } from "./useFiles";

const ACCEPTED = ".pdf,.ofd,.jpg,.jpeg,.png,.docx,.xlsx";

/** Files that come with the application: sent as soon as they are chosen, one after the other. */
export function AttachmentsField({ application }: { application: Application }) {
  const { t } = useTranslation();
  const kinds = useLabels("attachment");
  const [kind, setKind] = useState<string>();
  const [open, setOpen] = useState(false);
  const files = useQuery(attachmentList(application.id)).data ?? application.attachments;
  const { busy, said, send, remove } = useFiles(application.id);
  const chosen = kind ?? kinds[0]?.value;
  return (
    <>
      <AttachmentList files={files} onRemove={remove} />
      <p className="muted">{t("form.file.limit")}</p>
      <div className="uploads">
        <label htmlFor="attachment-kind">{t("form.file.kind")}</label>
        <Select
          id="attachment-kind"
          style={{ minWidth: 180 }}
          value={chosen}
          options={kinds}
          onChange={setKind}
        />
        <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>
          {t("form.file.notSecret")}
        </Checkbox>
        <Upload
          multiple
          accept={ACCEPTED}
          showUploadList={false}
          disabled={!open || !chosen}
          beforeUpload={(file) => {
            if (chosen) send(chosen, file);
            return false;
          }}
        >
          <Button loading={Boolean(busy)} disabled={!open || !chosen}>
            {t("form.file.choose")}
          </Button>
        </Upload>
      </div>
      <div role="status">
        {busy && <p className="muted">{t("form.file.uploading", { name: busy })}</p>}
        {said.map(({ name, reason }) => (
          <Alert
            key={name}
            type={reason ? "error" : "success"}
            showIcon
            title={
              reason ? t("form.file.failed", { name, reason }) : t("form.file.added", { name })
            }
            style={{ marginTop: 8 }}
          />
        ))}
      </div>
    </>
  );
}
