import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Edition } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { CommentItem } from "./CommentItem";
import { mayDraft } from "./people";
import { commentsOf } from "./queries";

/** What departments and townships say to the draft, and what the office answers. */
export function CommentsPanel({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <Panel title={t("lists.comments")}>
      <Loaded query={commentsOf(edition.id)}>
        {(comments) =>
          comments.length === 0 ? (
            <p className="muted">{t("lists.noComments")}</p>
          ) : (
            <ul className="comments" data-testid="comments">
              {comments.map((one) => (
                <CommentItem
                  key={one.id}
                  comment={one}
                  answers={mayDraft(role) && ["draft", "consultation"].includes(edition.status)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
