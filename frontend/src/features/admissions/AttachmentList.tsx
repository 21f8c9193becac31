import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { fileOf } from "@/api/attachments";
import type { Attachment } from "@/api/types";

const UNITS = ["B", "KB", "MB"];

/** 1536 is `1.5 KB`. */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  const size = bytes / 1024 ** power;
  return `${Number(size.toFixed(size < 10 ? 1 : 0))} ${UNITS[power]}`;
}

interface Props {
  files: Attachment[];
  /** Left out where nothing may be taken away any more. */
  onRemove?: (file: Attachment) => void;
}

/** The files of an application, to be saved; none is ever opened in our own pages. */
export function AttachmentList({ files, onRemove }: Props) {
  const { t } = useTranslation();
  if (files.length === 0) return <p className="muted">{t("form.file.none")}</p>;
  return (
    <ul className="files" data-testid="attachments">
      {files.map((file) => (
        <li key={file.id}>
          <span className="tag tag-still">{file.kind_label}</span>
          <a href={fileOf(file)} download={file.name}>
            {file.name}
          </a>
          <span className="muted">{sizeText(file.size)}</span>
          {onRemove && (
            <Popconfirm
              title={t("form.file.removeAsk", { name: file.name })}
              okText={t("common.remove")}
              cancelText={t("common.cancel")}
              onConfirm={() => onRemove(file)}
            >
              <Button size="small" aria-label={`${t("common.remove")} ${file.name}`}>
                {t("common.remove")}
              </Button>
            </Popconfirm>
          )}
        </li>
      ))}
    </ul>
  );
}
