import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Edition, EditionComment } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { CommentItem } from "./CommentItem";
import { mayDraft } from "./people";
import { commentsOf } from "./queries";

/** What departments and townships say to the draft, and what the office answers. */
export function CommentsPanel({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const answers = mayDraft(useMe().role) && ["draft", "consultation"].includes(edition.status);
  return (
    <Panel title={t("lists.comments")}>
      <Loaded query={commentsOf(edition.id)}>
        {(comments) =>
          comments.length === 0 ? (
            <p className="muted">{t("lists.noComments")}</p>
          ) : (
            <Comments comments={comments} answers={answers} />
          )
        }
      </Loaded>
    </Panel>
  );
}

/** What asks for something, each with its answer; who agrees is named in one line. */
function Comments({ comments, answers }: { comments: EditionComment[]; answers: boolean }) {
  const { t } = useTranslation();
  const content = comments.filter(({ position }) => position === "no_objection");
  return (
    <div data-testid="comments">
      <ul className="comments">
        {comments
          .filter(({ position }) => position !== "no_objection")
          .map((one) => (
            <CommentItem key={one.id} comment={one} answers={answers} />
          ))}
      </ul>
      {content.length > 0 && (
        <p>
          {t("common.pair", {
            label: t("lists.agree", { count: content.length }),
            value: content.map(({ who }) => who).join(t("common.comma")),
          })}
        </p>
      )}
    </div>
  );
}
