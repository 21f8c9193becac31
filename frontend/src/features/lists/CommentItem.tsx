import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { county } from "@/api/client";
import type { EditionComment } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Prose } from "@/ui/text";
import { useRules } from "@/ui/useRules";

/** One word, about which entry, and its answer. */
export function CommentItem({ comment, answers }: { comment: EditionComment; answers: boolean }) {
  const { t } = useTranslation();
  const { id, who, entry_id, entry_code, entry_title, position, text, answer } = comment;
  return (
    <li>
      <strong>{who}</strong> <StatusTag status={position} label={comment.position_label} />{" "}
      <span className="muted">
        <DateText value={comment.said_at} time />
      </span>
      {entry_id && (
        <div>
          <Link to={`/lists/${entry_id}`}>
            {entry_code} {entry_title}
          </Link>
        </div>
      )}
      {text && (
        <div>
          <Prose text={text} />
        </div>
      )}
      {answer && (
        <div className="recommends">
          <strong>{t("lists.answer")}</strong> <Prose text={answer} />
        </div>
      )}
      {answers && (
        <DialogButton
          name={`answer-${id}`}
          label={t(answer ? "lists.answerAgain" : "lists.answerIt")}
          about={who}
          small
          primary={!answer}
          form={{
            fields: {
              answer: {
                kind: "group",
                render: (name) => <AnswerField name={name} given={answer} />,
              },
            },
            remark: false,
            intro: <Prose text={text} />,
          }}
          submit={(body) =>
            county.POST("/api/comments/{id}/answer", {
              params: { path: { id } },
              body: { answer: String(body.answer).trim() },
            })
          }
        />
      )}
    </li>
  );
}

function AnswerField({ name, given }: { name: string; given: string }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const label = t("lists.answer");
  return (
    <Form.Item name={name} label={label} initialValue={given} rules={written(label)}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
    </Form.Item>
  );
}
