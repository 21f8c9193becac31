import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { DialogButton } from "@/ui/DialogButton";
import { CommentFields } from "./CommentFields";

interface Props {
  edition: number;
  /** Without one it is said to the draft as a whole. */
  entry?: { id: number; code: string; title: string };
}

type Position = "no_objection" | "proposal" | "objection";

/** A word to an entry of a draft, or to all of it. */
export function CommentButton({ edition, entry }: Props) {
  const { t } = useTranslation();
  return (
    <DialogButton
      name={entry ? `comment-${entry.id}` : "comment"}
      label={t(entry ? "lists.comment" : "lists.commentWhole")}
      about={entry?.title}
      small={entry !== undefined}
      primary={entry === undefined}
      form={{
        fields: { text: { kind: "group", render: () => <CommentFields whole={!entry} /> } },
        remark: false,
        intro: entry && (
          <p>
            <strong>
              {entry.code} {entry.title}
            </strong>
          </p>
        ),
      }}
      submit={({ position, text }) =>
        county.POST("/api/editions/{id}/comments", {
          params: { path: { id: edition } },
          body: {
            entry: entry?.id,
            position: position as Position,
            text: String(text ?? "").trim(),
          },
        })
      }
    />
  );
}
