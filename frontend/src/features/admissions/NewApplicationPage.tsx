import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { county } from "@/api/client";
import { newKey } from "@/api/new-key";
import { Fault } from "@/ui/Fault";
import { MatterPicker } from "@/ui/MatterPicker";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { Choices } from "./Choices";
import { CourseAhead, UrgentElsewhere } from "./CourseAhead";
import { matterOne } from "./queries";
import { takenOver } from "./take-over";

type Kind = "admit" | "adjust" | "extend" | "merge" | "split" | "withdraw";

interface Begun {
  kind: Kind;
  object_type: string;
  category: string;
  title?: string;
  concerns?: number[] | number | null;
}

const IN_FORCE = ["in_force", "suspended"] as const;

/** A draft begins with what is asked for; the rest is filled in on the form. */
export function Component() {
  const { t } = useTranslation();
  const { send, busy, error } = useCreation();
  const [form] = Form.useForm<Begun>();
  const kind = Form.useWatch("kind", form) ?? "admit";
  const urgent = Form.useWatch("category", form) === "urgent" && kind === "admit";
  return (
    <>
      <div className="pagehead">
        <h1>{t("applications.create")}</h1>
      </div>
      <section className="panel">
        <p>{t("applications.createHint")}</p>
        <Fault error={error} />
        <Form<Begun>
          form={form}
          layout="vertical"
          name="new-application"
          initialValues={{ kind: "admit", object_type: "work_matter", category: "regular" }}
          onFinish={send}
        >
          <Form.Item name="kind" label={t("fresh.kind")}>
            <Choices words="kind" about="kinds" />
          </Form.Item>
          {kind === "admit" ? <New urgent={urgent} /> : <Existing kind={kind} />}
          {!urgent && (
            <Button type="primary" htmlType="submit" loading={busy} data-testid="start">
              {t("applications.start")}
            </Button>
          )}
        </Form>
      </section>
    </>
  );
}

/** One key per visit: a second click, or a retry after a lost answer, finds the same draft. */
function useCreation() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useSaving({
    act: async ({ kind, object_type, category, title, concerns }: Begun) => {
      const ids = [concerns ?? []].flat();
      const matters = await Promise.all(ids.map((id) => queries.fetchQuery(matterOne(id))));
      const typed = kind === "admit" ? { object_type, category } : {};
      const body = {
        ...takenOver(kind, matters),
        ...typed,
        ...(title && { title }),
        kind,
        concerns: ids,
      } as never;
      const header = { "Idempotency-Key": key.current };
      return (await county.POST("/api/applications", { params: { header }, body })).data;
    },
    onSaved: (made) => made && navigate(`/applications/${made.id}/edit`, { replace: true }),
  });
}

/** Something that is not in the villages yet. */
function New({ urgent }: { urgent: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="object_type" label={t("fresh.type")}>
        <Choices words="object_type" about="types" />
      </Form.Item>
      <Form.Item name="category" label={t("fresh.category")}>
        <Choices words="category" about="categories" />
      </Form.Item>
      {urgent ? (
        <UrgentElsewhere />
      ) : (
        <>
          <CourseAhead />
          <Name />
        </>
      )}
    </>
  );
}

/** A change to what is there: the matters are chosen, and their content is taken over. */
function Existing({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const several = kind === "merge";
  const least = several ? 2 : 1;
  return (
    <>
      <Form.Item
        key={String(several)}
        name="concerns"
        label={t("fresh.matters")}
        extra={t("fresh.prefill")}
        rules={[
          {
            validator: (_, chosen: number[] | number | null | undefined) =>
              [chosen ?? []].flat().length >= least
                ? Promise.resolve()
                : Promise.reject(new Error(t(several ? "fresh.needTwo" : "fresh.needOne"))),
          },
        ]}
      >
        <MatterPicker multiple={several} statuses={IN_FORCE} />
      </Form.Item>
      {several && <Name />}
    </>
  );
}

function Name() {
  const { t } = useTranslation();
  const { written } = useRules();
  const label = t("form.fields.title");
  return (
    <Form.Item name="title" label={label} extra={t("form.hints.title")} rules={written(label)}>
      <Input maxLength={60} showCount />
    </Form.Item>
  );
}
