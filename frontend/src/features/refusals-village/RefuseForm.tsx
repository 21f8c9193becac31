import { Alert, App, Button } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { today } from "@/api/calendar";
import { useMe } from "@/api/me";
import type { Posted } from "@/api/outbox";
import type { FieldError } from "@/api/problem";
import { useKept } from "@/ui/useKept";
import { useOnce } from "@/ui/useOnce";
import { useOutbox } from "@/ui/useOutbox";
import type { Draft, Field } from "./draft";
import * as drafts from "./draft";
import { EditingProvider } from "./editing";
import { idOf } from "./Field";
import { StepSend } from "./StepSend";
import { StepWhat } from "./StepWhat";
import { StepWho } from "./StepWho";
import { useCarried } from "./useCarried";

interface Props {
  name: string;
  begin: Draft;
  /** What the server would not take, and what it said of it. */
  mends: Posted | null;
}

type Said = Partial<Record<Field, string>>;

const saidOf = (errors: FieldError[]): Said =>
  Object.fromEntries(
    errors.map(({ field, detail }) => [field.split(".")[0], detail]).filter(([field]) => field),
  );

/** Three steps, each checked before the next; kept on this machine as it is typed, sent when there is a line. */
export function RefuseForm({ name, begin, mends }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { box } = useOutbox();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const { value: draft, restored, change, forget } = useKept(name, begin);
  const [tried, setTried] = useState<readonly number[]>(mends ? [1, 2] : []);
  const [said, setSaid] = useState<Said>(() => saidOf(mends?.fault?.errors ?? []));
  const [failure, setFailure] = useState(mends?.fault?.message ?? "");
  const [sending, setSending] = useState(false);

  const set = useCallback(
    (part: Partial<Draft>) => {
      change((now) => ({ ...now, ...part }));
      setSaid((now) =>
        Object.fromEntries(Object.entries(now).filter(([field]) => !(field in part))),
      );
    },
    [change],
  );
  useCarried(draft, set);

  const faults = drafts.faultsOf(draft, today(), drafts.namesOf(me, draft.village));
  const furthest = drafts.firstFaulty(faults) ?? drafts.STEPS.length;
  const step = Math.max(1, Math.min(Number(address.get("step")) || 1, furthest));
  const heading = useHeading(step);
  const go = (to: number) => {
    const next = new URLSearchParams(address);
    next.set("step", String(to));
    setAddress(next);
  };
  const onward = () => {
    const [first] = Object.keys(drafts.faultsIn(step, faults)) as Field[];
    setTried((now) => [...now, step]);
    if (first) document.getElementById(idOf(first))?.focus();
    else go(step + 1);
  };

  const refused = (fault: Posted["fault"]) => {
    const errors = saidOf(fault?.errors ?? []);
    setSaid(errors);
    setFailure(fault?.message ?? "");
    setTried([1, 2]);
    const [field] = Object.keys(errors);
    if (field) go(drafts.stepOf(field));
  };
  const send = useOnce(async () => {
    setSending(true);
    const posted = await box
      .post("refusal", drafts.nameOf(draft), drafts.bodyOf(draft))
      .finally(() => setSending(false));
    if (posted.state === "faulty") {
      box.drop(posted.key);
      refused(posted.fault);
      return;
    }
    forget();
    if (mends) box.drop(mends.key);
    if (posted.state === "waiting") message.info(t("outbox.kept"));
    navigate(posted.id ? `/refusals/${posted.id}` : "/refusals", { replace: true });
  });
  const again = () => {
    change(() => begin);
    setTried([]);
    go(1);
  };

  const seen = tried.includes(step) ? drafts.faultsIn(step, faults) : {};

  return (
    <div className="touch narrow">
      <div className="pagehead">
        <h1>{t("refuse.create")}</h1>
      </div>
      {restored && step === 1 && (
        <Alert
          type="info"
          showIcon
          title={t("outbox.draft")}
          action={<Button onClick={again}>{t("outbox.discard")}</Button>}
          className="gap"
        />
      )}
      {failure && <Alert type="error" showIcon role="alert" title={failure} className="gap" />}
      <Steps at={step} />
      <form
        className="panel plainform"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step < drafts.STEPS.length) onward();
          else send(undefined);
        }}
      >
        <h2 ref={heading} tabIndex={-1}>
          {t(`refuse.steps.${drafts.STEPS[step - 1] ?? "who"}`)}
        </h2>
        <EditingProvider value={{ draft, set, said, faults: seen }}>
          {step === 1 && <StepWho />}
          {step === 2 && <StepWhat />}
          {step === 3 && <StepSend go={go} />}
        </EditingProvider>
        <div className="forth">
          {step > 1 && (
            <Button size="large" onClick={() => go(step - 1)}>
              {t("refuse.previous")}
            </Button>
          )}
          <Button
            size="large"
            type="primary"
            htmlType="submit"
            loading={sending}
            data-testid={step === 3 ? "refuse-send" : "refuse-next"}
          >
            {t(step === 3 ? "refuse.send" : "refuse.next")}
          </Button>
        </div>
      </form>
    </div>
  );
}

function Steps({ at }: { at: number }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted" role="status">
        {t("refuse.step", { n: at })}
      </p>
      <ol className="threesteps">
        {drafts.STEPS.map((name, index) => (
          <li
            key={name}
            className={index + 1 < at ? "past" : undefined}
            aria-current={index + 1 === at ? "step" : undefined}
          >
            <span>{index + 1}</span> {t(`refuse.steps.${name}`)}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The heading of a step takes the focus when the step changes, so that it is read out and seen. */
function useHeading(step: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
    window.scrollTo?.(0, 0);
  }, [step]);
  return heading;
}
