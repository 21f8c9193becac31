import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import { county } from "@/api/client";
import { useMe } from "@/api/me";
import type { Confirmation, ConfirmationIn, Matter } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { StepDialog } from "@/ui/StepDialog";
import { day } from "@/ui/text";
import { configurationNow } from "./queries";
import { Share } from "./Share";
import { CONFIRM_YEAR } from "./steps";
import { isBinding, windowOf } from "./yearly";

/** The department's word each year, and the villages that want the matter to leave. */
export function YearlyReview({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { confirmations, petitions, petitions_needed } = matter;
  return (
    <Panel title={t("matters.yearly")}>
      {confirmations.length === 0 && <p className="muted">{t("matters.noConfirmation")}</p>}
      <ul className="plainlist">
        {confirmations.map(({ year, verdict_label, remark }) => (
          <li key={year}>
            {t("matters.confirmedIn", { year, verdict: verdict_label })}
            {remark && <div className="muted prose">{remark}</div>}
          </li>
        ))}
      </ul>
      {isBinding(matter) && <ConfirmYear matter={matter} />}
      {petitions > 0 && (
        <Share
          label={t("matters.petitions", { n: petitions, m: petitions_needed })}
          n={petitions}
          m={petitions_needed}
        />
      )}
    </Panel>
  );
}

function ConfirmYear({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const me = useMe();
  const id = useId();
  const [open, setOpen] = useState(false);
  const settings = useQuery(configurationNow()).data?.settings;
  if (!settings) return null;
  const term = windowOf(settings, today());
  const said = matter.confirmations.find(({ year }) => year === term.year);
  const when = t(`matters.window.${term.state}`, { from: day(term.from), to: day(term.to) });
  return (
    <>
      <p className={term.state === "open" && !said ? "warned" : "muted"} id={id}>
        {when}
      </p>
      {me.role === "department_head" && (
        <Button
          data-testid="confirm-year"
          type={said ? "default" : "primary"}
          className={term.state === "open" ? undefined : "greyed"}
          aria-disabled={term.state === "open" ? undefined : true}
          aria-describedby={id}
          onClick={() => term.state === "open" && setOpen(true)}
        >
          {t(said ? "matters.confirmAgain" : "matters.confirmYear", { year: term.year })}
        </Button>
      )}
      {open && <Confirming matter={matter} said={said} close={() => setOpen(false)} />}
    </>
  );
}

function Confirming(props: { matter: Matter; said?: Confirmation; close: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const label = t("matters.confirm");
  const submit = async (body: object) => {
    await county.POST("/api/matters/{id}/confirm_year", {
      params: { path: { id: props.matter.id } },
      body: body as ConfirmationIn,
    });
    props.close();
    message.success(t("step.taken", { step: label }));
    await queries.invalidateQueries();
  };
  return (
    <StepDialog
      name="confirm_year"
      label={label}
      form={CONFIRM_YEAR}
      submit={submit}
      close={props.close}
    />
  );
}
