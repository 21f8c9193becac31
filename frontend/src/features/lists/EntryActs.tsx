import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { county } from "@/api/client";
import type { Edition, ListEntryRow } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";
import { CommentButton } from "./CommentButton";

interface Props {
  entry: ListEntryRow;
  edition: Edition;
  /** The office edits; everybody else comments. */
  edits: boolean;
}

/** What may be done with one entry of a draft. */
export function EntryActs({ entry, edition, edits }: Props) {
  const { t } = useTranslation();
  if (!edits) return <CommentButton edition={edition.id} entry={entry} />;
  const { id, version, removed, title } = entry;
  const act = removed ? "restore" : "remove";
  return (
    <span className="goto">
      {!removed && (
        <Link to={`/lists/${id}/edit`} aria-label={`${t("common.edit")} ${title}`}>
          {t("common.edit")}
        </Link>
      )}
      <DialogButton
        name={`${act}-${id}`}
        label={t(removed ? "lists.restore" : "lists.remove")}
        about={title}
        small
        form={{
          remark: "required",
          danger: !removed,
          intro: (
            <p>
              <strong>
                {entry.code} {title}
              </strong>
            </p>
          ),
        }}
        submit={({ remark }) =>
          county.POST(removed ? "/api/entries/{id}/restore" : "/api/entries/{id}/remove", {
            params: { path: { id } },
            body: { version, remark: String(remark) },
          })
        }
      />
    </span>
  );
}
