import { useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { today } from "@/api/calendar";
import { township } from "@/api/client";
import type { Action, Answer, Placement } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { StepButtons } from "@/ui/StepButtons";
import { StepDialog } from "@/ui/StepDialog";
import type { StepBody, StepForm } from "@/ui/step-forms";
import { useRules } from "@/ui/useRules";
import { placementRights } from "./queries";

const SAID = { petition: "placing.petitioned", comment: "placing.commented" } as const;
type Word = keyof typeof SAID;

/** What a village may say to a matter it carries: refuse it, petition for its exit, comment in the yearly review. */
export function Rights({ placement }: { placement: Placement }) {
  return (
    <Loaded query={placementRights(placement.id)}>
      {(rights) => <Buttons placement={placement} rights={rights} />}
    </Loaded>
  );
}

function Buttons({ placement, rights }: { placement: Placement; rights: Action[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const forms = useForms();
  const [asked, setAsked] = useState<Action | null>(null);
  const say = async (word: Word, body: StepBody) => {
    const path = { path: { id: placement.id } };
    await (word === "petition"
      ? township.POST("/api/placements/{id}/petition", { params: path, body: body as never })
      : township.POST("/api/placements/{id}/comment", { params: path, body: body as never }));
    setAsked(null);
    message.success(t(SAID[word]));
    await queries.invalidateQueries();
  };
  const refusing = ({ name, label, hindrance }: Action) =>
    name === "refuse" &&
    !hindrance && (
      <Link
        key={name}
        className="bigbutton danger"
        to={`/refusals/new?placement=${placement.id}`}
        data-testid="right-refuse"
      >
        {label}
      </Link>
    );
  return (
    <div className="touch">
      <StepButtons steps={rights} name="right" size="large" ask={setAsked} instead={refusing} />
      {asked && (
        <StepDialog
          name={asked.name}
          label={asked.label}
          form={forms[asked.name as Word]}
          submit={(body) => say(asked.name as Word, body)}
          close={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function useForms(): Record<Word, StepForm> {
  const { t } = useTranslation();
  return {
    petition: {
      intro: <p className="muted">{t("placing.petitionHint")}</p>,
      fields: { meeting: { kind: "group", render: () => <Petition /> } },
      remark: false,
    },
    comment: {
      fields: { comment: { kind: "group", render: () => <Comment /> } },
      remark: false,
    },
  };
}

/** Only a residents' meeting can ask that a matter leave. */
function Petition() {
  const { t } = useTranslation();
  const { written } = useRules();
  return (
    <>
      <Form.Item
        name="meeting_on"
        label={t("placing.meeting_on")}
        rules={written(t("placing.meeting_on"))}
      >
        <Input type="date" max={today()} />
      </Form.Item>
      <Form.Item
        name="attendance"
        label={t("placing.attendance")}
        extra={t("placing.attendanceHint")}
        rules={written(t("placing.attendance"))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reason" label={t("placing.reason")} rules={written(t("placing.reason"))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={3000} />
      </Form.Item>
    </>
  );
}

const POSITIONS = ["support", "no_objection", "objection"] as const;
const PHRASE = {
  support: "consult.support",
  no_objection: "consult.noObjection",
  objection: "consult.objection",
} as const satisfies Record<Answer["position"], string>;

function Comment() {
  const { t } = useTranslation();
  const { must } = useRules();
  const label = t("placing.position");
  return (
    <>
      <Form.Item name="position" label={label} rules={must(label)}>
        <Radio.Group options={POSITIONS.map((value) => ({ value, label: t(PHRASE[value]) }))} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t("placing.text")}
        extra={t("consult.textHint")}
        dependencies={["position"]}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue("position") === "objection",
            whitespace: true,
            message: t("consult.needReason"),
          }),
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
    </>
  );
}
