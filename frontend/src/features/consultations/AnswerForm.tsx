import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { township } from "@/api/client";
import { problemOf } from "@/api/problem";
import type { Answer, Consultation } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useKept } from "@/ui/useKept";
import { useOnce } from "@/ui/useOnce";

type Position = Answer["position"];

const EMPTY = "";

/** One tap agrees; an objection says why. What is typed stays on this machine until it is sent. */
export function AnswerForm({ question }: { question: Consultation }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { value: text, change, forget } = useKept(`consultation.${question.id}`, EMPTY);
  const [fault, setFault] = useState<string>();
  const sending = useMutation({
    mutationFn: (body: Answer) =>
      township.POST("/api/consultations/{id}/answer", {
        params: { path: { id: question.id } },
        body,
      }),
    onSuccess: async () => {
      forget();
      message.success(t("consult.done"));
      await queries.invalidateQueries();
      navigate("/consultations");
    },
    onError: (error) =>
      setFault(problemOf(error).errors.find(({ field }) => field === "text")?.detail),
  });
  const sendOnce = useOnce(sending.mutateAsync);
  const answer = (position: Position) => {
    const missing = position === "objection" && !text.trim();
    setFault(missing ? t("consult.needReason") : undefined);
    if (missing) document.getElementById("consult-text")?.focus();
    else sendOnce({ position, text: text.trim() });
  };
  const chosen = sending.isPending ? sending.variables.position : null;
  const button = (position: Position, label: string) => (
    <Button
      key={position}
      size="large"
      type={position === "objection" ? "default" : "primary"}
      danger={position === "objection"}
      loading={chosen === position}
      disabled={chosen !== null}
      data-testid={`answer-${position}`}
      onClick={() => answer(position)}
    >
      {label}
    </Button>
  );
  return (
    <div className="touch">
      {!fault && <Fault error={sending.error} />}
      <Form layout="vertical" component="div" disabled={sending.isPending}>
        <Form.Item
          htmlFor="consult-text"
          label={t("consult.text")}
          extra={t("consult.textHint")}
          validateStatus={fault ? "error" : undefined}
          help={fault && <span role="alert">{fault}</span>}
        >
          <Input.TextArea
            id="consult-text"
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={4000}
            aria-invalid={fault ? true : undefined}
            value={text}
            onChange={({ target }) => change(() => target.value)}
          />
        </Form.Item>
      </Form>
      <div className="answers">
        {button("support", t("consult.support"))}
        {button("no_objection", t("consult.noObjection"))}
        {button("objection", t("consult.objection"))}
      </div>
      <p className="muted">
        {t("consult.once")}
        {question.purpose === "admission" && ` ${t("consult.late")}`}
      </p>
    </div>
  );
}
