import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Hit } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";
import { useEditing } from "./editing";
import { applicationHits } from "./queries";

interface Answer {
  entry: number;
  answer?: string;
}

/** Entries of the negative list that the words come near: each is answered, or the matter is not asked for. */
export function HitsField() {
  const { application } = useEditing();
  const hits = useQuery(applicationHits(application.id)).data ?? [];
  return (
    <Form.Item name="hit_answers" noStyle>
      <Answers hits={hits} />
    </Form.Item>
  );
}

interface Props {
  hits: Hit[];
  value?: Answer[];
  onChange?: (answers: Answer[]) => void;
}

function Answers({ hits, value, onChange }: Props) {
  const { t } = useTranslation();
  const given = value || [];
  const answerTo = (hit: Hit) => given.find(({ entry }) => entry === hit.id)?.answer ?? "";
  const answer = (hit: Hit, text: string) =>
    onChange?.([...given.filter(({ entry }) => entry !== hit.id), { entry: hit.id, answer: text }]);
  return hits.map((hit) => (
    <fieldset key={hit.id} className="basis" data-testid={`hit-${hit.id}`}>
      <legend>
        {hit.code}{" "}
        <StatusTag
          status={answerTo(hit) ? "done" : "returned"}
          label={t(answerTo(hit) ? "form.hit.answered" : "form.hit.open")}
        />
      </legend>
      <p>
        <Link to={`/lists/${hit.id}`}>{hit.title}</Link>
      </p>
      <label htmlFor={`hit-answer-${hit.id}`}>{t("form.hit.answer", { code: hit.code })}</label>
      <Input.TextArea
        id={`hit-answer-${hit.id}`}
        style={{ marginBottom: 12 }}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        value={answerTo(hit)}
        onChange={({ target }) => answer(hit, target.value)}
      />
    </fieldset>
  ));
}
