import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { county } from "@/api/client";
import type { Meeting } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { day } from "@/ui/text";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { decisionsOf, placeOf, type RecordValues } from "./outcomes";
import { meetingOne } from "./queries";
import { RecordItem } from "./RecordItem";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={meetingOne(id)}>{(meeting) => <Recording meeting={meeting} />}</Loaded>;
}

/** The record of a meeting: its number and the outcome of every item, in one act. */
function Recording({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const navigate = useNavigate();
  const [form] = Form.useForm<RecordValues>();
  const { id, version } = meeting;
  const { send, busy, error } = useSaving({
    act: (values: RecordValues) =>
      county.POST("/api/meetings/{id}/record", {
        params: { path: { id } },
        body: { version, number: values.number, items: decisionsOf(meeting, values) },
      }),
    form,
    placeOf: (field) => placeOf(field, form.getFieldsValue()),
    done: t("meetings.recorded"),
    onFresh: () => navigate(`/meetings/${id}`, { replace: true }),
  });
  if (meeting.status !== "planned") {
    return (
      <section className="panel plain">
        <h1>{t("meetings.named", { body: meeting.body_label, date: day(meeting.held_on) })}</h1>
        <p>{t("meetings.notPlanned", { status: meeting.status_label })}</p>
        <Link to={`/meetings/${id}`}>{t("common.view")}</Link>
      </section>
    );
  }
  const approveRest = () => {
    for (const [index, item] of meeting.items.entries()) {
      const name: ["items", number, "outcome"] = ["items", index, "outcome"];
      if (item.deciding && !form.getFieldValue(name)) form.setFieldValue(name, "approve");
    }
  };
  return (
    <>
      <div className="pagehead">
        <h1>{t("meetings.recordOf", { body: meeting.body_label, date: day(meeting.held_on) })}</h1>
        <div className="end">
          <Link to={`/meetings/${id}`}>{t("common.cancel")}</Link>
        </div>
      </div>
      <Fault error={error} className="gap" />
      <Form<RecordValues>
        form={form}
        layout="vertical"
        name="record"
        disabled={busy}
        scrollToFirstError
        onFinish={send}
      >
        <section className="panel">
          <Form.Item
            name="number"
            label={t("meetings.number")}
            extra={t("meetings.numberHint")}
            rules={written(t("meetings.number"))}
          >
            <Input maxLength={100} style={{ maxWidth: 420 }} />
          </Form.Item>
          <Button onClick={approveRest}>{t("meetings.approveRest")}</Button>
        </section>
        {meeting.items.map((item, index) => (
          <RecordItem key={item.id} item={item} index={index} />
        ))}
        <section className="panel">
          <p>{t("meetings.oneAct")}</p>
          <Button type="primary" htmlType="submit" data-testid="save-record" loading={busy}>
            {t("meetings.saveRecord")}
          </Button>
        </section>
      </Form>
    </>
  );
}
