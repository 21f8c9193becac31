import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { useDepartments } from "@/api/departments";
import { useMe } from "@/api/me";
import { waiversQuery } from "@/api/purchases";
import type { Waiver } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { DialogButton } from "@/ui/DialogButton";
import type { Given, StepBody } from "@/ui/step-forms";
import { DateText } from "@/ui/text";

const long = { kind: "long", label: "lineReason", required: true } as const;

/** What the office has found to be a service in spite of its wording (rule P-04); its head alone finds so. */
export function Waivers() {
  const { t } = useTranslation();
  const head = useMe().role === "social_work_head";
  return (
    <Panel title={t("catalogue.waivers")}>
      <p>{t("catalogue.waiversHint")}</p>
      <Loaded query={waiversQuery()}>
        {(waivers) => (
          <ul className="cards">
            {waivers.map((waiver) => (
              <li key={waiver.id}>
                <One waiver={waiver} head={head} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {head && (
        <DialogButton
          name="grant-waiver"
          label={t("catalogue.grant")}
          form={{
            fields: {
              department: {
                kind: "control",
                label: "ofDepartment",
                required: true,
                render: (given) => <Department {...given} />,
              },
              subject: { kind: "text", label: "subject", required: true },
              reason: long,
            },
            remark: false,
          }}
          submit={(body) => county.POST("/api/purchase/waivers", { body: body as never })}
        />
      )}
    </Panel>
  );
}

function Department(given: Given<number>) {
  return (
    <Select {...given} showSearch={{ optionFilterProp: "label" }} options={useDepartments()} />
  );
}

function One({ waiver, head }: { waiver: Waiver; head: boolean }) {
  const { t } = useTranslation();
  const { id, version } = waiver;
  const end = (body: StepBody) =>
    county.POST("/api/purchase/waivers/{id}/end", {
      params: { path: { id } },
      body: { ...body, version } as never,
    });
  return (
    <>
      <span className="first">
        {waiver.department} · {waiver.subject}
      </span>
      {waiver.reason} <DateText value={waiver.granted_on} />
      {waiver.ended_on && (
        <>
          {" "}
          {t("catalogue.endedOn")} <DateText value={waiver.ended_on} />
        </>
      )}
      {head && !waiver.ended_on && (
        <DialogButton
          small
          name={`end-waiver-${id}`}
          label={t("catalogue.end")}
          about={waiver.subject}
          form={{ fields: { reason: long }, remark: false, danger: true }}
          submit={end}
        />
      )}
    </>
  );
}
