import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { township } from "@/api/client";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { Refusal } from "@/api/types";
import { Course } from "@/ui/Course";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { DaysLeft } from "@/ui/DueDate";
import { Fault } from "@/ui/Fault";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Prose } from "@/ui/text";
import { useSaving } from "@/ui/useSaving";
import { Evidence } from "./Evidence";
import { refusalHistory, refusalOne } from "./queries";
import { useStages } from "./useStages";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={refusalOne(id)}>{(refusal) => <RefusalDetail refusal={refusal} />}</Loaded>;
}

/** One refusal: how the case goes, the slip to hand over, what was demanded and why it was refused. */
function RefusalDetail({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation();
  const own = useMe().villages.some(({ id }) => id === refusal.village_id);
  const mine = useMe().role === "village_officer" && own;
  const bases = useLabels("reason_basis");
  const stages = useStages(refusal);
  return (
    <DetailPage
      title={refusal.title || refusal.demand}
      status={<StatusTag status={refusal.status} label={refusal.status_label} />}
      back="/refusals"
      where={
        <>
          <Course past={stages.past} coming={stages.coming} />
          <Outcome refusal={refusal} />
        </>
      }
      may={<May refusal={refusal} mine={mine} />}
      facts={[
        [t("refuse.fields.village"), refusal.village],
        [t("refuse.fields.department"), refusal.department],
        [t("refuse.fields.form"), refusal.form_label],
        [t("refuse.fields.demanded_on"), <DateText key="on" value={refusal.demanded_on} />],
        ...(refusal.document_code
          ? [[t("refuse.fields.document_code"), refusal.document_code] satisfies [string, string]]
          : []),
        [t("refuse.fields.demand"), <Prose key="demand" text={refusal.demand} />],
        [
          t("refuse.fields.reasons"),
          <ul key="reasons" className="plainlist">
            {refusal.reasons.map((code, index) => (
              <li key={code}>
                {code} {refusal.reason_labels[index]}
                <div className="muted">{bases.find(({ value }) => value === code)?.label}</div>
              </li>
            ))}
          </ul>,
        ],
        ...(refusal.explanation
          ? [[t("refuse.fields.explanation"), refusal.explanation] satisfies [string, string]]
          : []),
        [t("refuse.fields.anonymous"), t(refusal.anonymous ? "refuse.unnamed" : "refuse.named")],
      ]}
      history={refusalHistory(refusal.id)}
    >
      <Panel title={t("refuse.evidence")}>
        <Evidence refusal={refusal} mine={mine} />
      </Panel>
    </DetailPage>
  );
}

type Outcomes = "filed" | "demand_withdrawn" | "applied" | "contested" | "upheld" | "overruled";

/** What the village may go by now, in one sentence, and the words of department and county. */
function Outcome({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation();
  return (
    <div data-testid="outcome">
      <p className="asked">{t(`refuse.outcome.${refusal.status as Outcomes}`)}</p>
      {refusal.status === "filed" && (
        <p className="due">
          {t("refuse.list.due")} <DateText value={refusal.due_on} />{" "}
          {refusal.days_left !== null && <DaysLeft n={refusal.days_left} />}
        </p>
      )}
      {refusal.answer && (
        <>
          <h3>{t("refuse.answer")}</h3>
          <p className="prose">{refusal.answer}</p>
        </>
      )}
      {refusal.ruling && (
        <>
          <h3>{t("refuse.ruling")}</h3>
          <p className="prose">{refusal.ruling}</p>
        </>
      )}
    </div>
  );
}

function May({ refusal, mine }: { refusal: Refusal; mine: boolean }) {
  const { t } = useTranslation();
  const { send, busy, error } = useSaving({
    act: () =>
      township.POST("/api/refusals/{id}/acknowledge", { params: { path: { id: refusal.id } } }),
    done: t("refuse.acknowledged"),
  });
  return (
    <div className="touch">
      <Fault error={error} />
      <div className="steps-may">
        <a
          className="ant-btn bigbutton"
          href={`/api/refusals/${refusal.id}/slip`}
          download
          data-testid="slip"
        >
          {t("refuse.download")}
        </a>
        {mine && refusal.settled && !refusal.acknowledged_at && (
          <Button
            type="primary"
            size="large"
            loading={busy}
            data-testid="acknowledge"
            onClick={() => send()}
          >
            {t("refuse.acknowledge")}
          </Button>
        )}
        {refusal.placement_id && (
          <Link className="bigbutton" to={`/placements/${refusal.placement_id}`}>
            {t("refuse.toPlacement")}
          </Link>
        )}
      </div>
      <p className="muted">{t("refuse.slipHint")}</p>
    </div>
  );
}
