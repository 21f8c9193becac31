import { Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignedClause } from "@/api/types";
import { asksForFile } from "./clauses";
import { MOST_FILES } from "./record";

const ACCEPTED = ".jpg,.jpeg,.png,.pdf";

interface Props {
  clause: SignedClause | undefined;
  files: File[];
  change: (files: File[]) => void;
  /** Files that the record has already. */
  there: number;
  fault: boolean;
}

/** Files only where the clause asks for them; otherwise it is said that none is needed. */
export function FilesField({ clause, files, change, there, fault }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [beyond, setBeyond] = useState(false);
  if (!clause) return null;
  if (!asksForFile(clause)) {
    return (
      <p className="muted" data-testid="no-file">
        {t("contracting.records.noFile")}
      </p>
    );
  }
  const most = Math.max(MOST_FILES - there, 0);
  const choose = (chosen: File[]) => {
    setBeyond(chosen.length > most);
    change(chosen.slice(0, most));
  };
  const place =
    clause.evidence === "file_with_location"
      ? t("contracting.records.withPlace")
      : t("contracting.records.withoutPlace");
  return (
    <div className="plainform">
      <div className="question">
        <label htmlFor={id}>{t("contracting.records.files")}</label>
        <p id={`${id}-hint`} className="muted">
          {t("contracting.records.filesHint", { most: MOST_FILES })} {place}
        </p>
        <input
          id={id}
          type="file"
          multiple
          accept={ACCEPTED}
          aria-describedby={`${id}-hint`}
          aria-invalid={fault || undefined}
          onChange={({ target }) => {
            choose([...files, ...(target.files ?? [])]);
            target.value = "";
          }}
        />
        {beyond && (
          <p className="fault" role="alert">
            {t("contracting.records.tooMany", { most: MOST_FILES })}
          </p>
        )}
        {fault && (
          <p className="fault" role="alert">
            {t("contracting.records.needFile")}
          </p>
        )}
      </div>
      <ul className="plainlist">
        {files.map((file, index) => (
          <li key={`${file.name}${file.lastModified}`}>
            {file.name}{" "}
            <Button
              size="small"
              aria-label={t("contracting.records.takeAway", { name: file.name })}
              onClick={() => choose(files.filter((_, at) => at !== index))}
            >
              {t("common.remove")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
