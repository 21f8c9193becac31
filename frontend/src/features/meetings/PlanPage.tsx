import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { today } from "@/api/calendar";
import { county } from "@/api/client";
import { useLabels } from "@/api/labels";
import type { Body, Meeting } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { AgendaEditor } from "./AgendaEditor";
import { meetingOne } from "./queries";

interface Plan {
  body: Body;
  held_on: string;
}

/** A new meeting, or the agenda of a planned one in another order. */
export function Component() {
  const id = Number(useParams().id);
  if (!id) return <Planning />;
  return (
    <Loaded query={meetingOne(id)}>
      {(meeting) => <Planning key={meeting.version} meeting={meeting} />}
    </Loaded>
  );
}

async function save(meeting: Meeting | undefined, plan: Plan, applications: number[]) {
  if (!meeting) {
    return (await county.POST("/api/meetings", { body: { ...plan, applications } })).data;
  }
  const { id, version } = meeting;
  const body = { version, held_on: plan.held_on, applications };
  return (await county.PATCH("/api/meetings/{id}", { params: { path: { id } }, body })).data;
}

function Planning({ meeting }: { meeting?: Meeting }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const bodies = useLabels("body");
  const [form] = Form.useForm<Plan>();
  const [body, setBody] = useState<Body>((meeting?.body as Body | undefined) ?? "committee");
  const [order, setOrder] = useState(meeting?.items.map((item) => item.application_id) ?? []);
  const { send, busy, error, stale } = useSaving({
    act: (plan: Plan) => save(meeting, { ...plan, body }, order),
    form,
    onFresh: (made) => made && navigate(`/meetings/${made.id}`, { replace: true }),
  });
  return (
    <>
      <div className="pagehead">
        <h1>{t(meeting ? "meetings.rearrange" : "meetings.plan")}</h1>
        <div className="end">
          <Link to={meeting ? `/meetings/${meeting.id}` : "/meetings"}>{t("common.cancel")}</Link>
        </div>
      </div>
      <section className="panel">
        <Fault
          error={error}
          action={
            stale && (
              <Button size="small" onClick={() => queries.invalidateQueries()}>
                {t("meetings.reload")}
              </Button>
            )
          }
        />
        <Form<Plan>
          form={form}
          layout="vertical"
          name="meeting"
          initialValues={{ body, held_on: meeting?.held_on ?? today() }}
          onFinish={send}
        >
          <div className="twocols">
            <Form.Item name="body" label={t("meetings.meeting")} extra={t("meetings.bodyHint")}>
              <Select
                disabled={meeting !== undefined}
                options={bodies}
                onChange={(value: Body) => {
                  setBody(value);
                  setOrder([]);
                }}
              />
            </Form.Item>
            <Form.Item
              name="held_on"
              label={t("meetings.heldOn")}
              rules={must(t("meetings.heldOn"))}
            >
              <Input type="date" />
            </Form.Item>
          </div>
        </Form>
        <AgendaEditor body={body} meeting={meeting} order={order} setOrder={setOrder} />
        <p>
          <Button
            type="primary"
            data-testid="save-meeting"
            loading={busy}
            onClick={() => form.submit()}
          >
            {t("meetings.save")}
          </Button>
        </p>
      </section>
    </>
  );
}
