import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { county } from "@/api/client";
import { problemOf } from "@/api/problem";
import type { Meeting } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { day } from "@/ui/text";
import { useOnce } from "@/ui/useOnce";
import { useProblemText } from "@/ui/useProblemText";
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
  const { message } = App.useApp();
  const text = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<RecordValues>();
  const { id, version } = meeting;
  const saving = useMutation({
    mutationFn: (values: RecordValues) =>
      county.POST("/api/meetings/{id}/record", {
        params: { path: { id } },
        body: { version, number: values.number, items: decisionsOf(meeting, values) },
      }),
    onSuccess: async () => {
      message.success(t("meetings.recorded"));
      await queries.invalidateQueries();
      navigate(`/meetings/${id}`, { replace: true });
    },
    onError: (error) => {
      const values = form.getFieldsValue();
      const told = problemOf(error).errors.map(({ field, detail }) => ({
        name: placeOf(field, values) as never,
        errors: [detail],
      }));
      form.setFields(told);
      const [first] = told;
      if (first) form.scrollToField(first.name, { block: "center", focus: true });
    },
  });
  const saveOnce = useOnce(saving.mutateAsync);
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
      {saving.isError && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={text(saving.error)}
          style={{ marginBottom: 12 }}
        />
      )}
      <Form<RecordValues>
        form={form}
        layout="vertical"
        name="record"
        disabled={saving.isPending}
        scrollToFirstError
        onFinish={saveOnce}
      >
        <section className="panel">
          <Form.Item
            name="number"
            label={t("meetings.number")}
            extra={t("meetings.numberHint")}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t("common.required", { label: t("meetings.number") }),
              },
            ]}
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
          <Button
            type="primary"
            htmlType="submit"
            data-testid="save-record"
            loading={saving.isPending}
          >
            {t("meetings.saveRecord")}
          </Button>
        </section>
      </Form>
    </>
  );
}
