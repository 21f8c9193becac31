import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Seal } from "@/api/types";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { DateText } from "@/ui/text";
import { Acts } from "./Acts";
import { Grants } from "./Grants";
import { sealHistory, sealOne } from "./queries";
import { State } from "./SealsPage";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={sealOne(id)}>{(seal) => <SealPage seal={seal} />}</Loaded>;
}

function SealPage({ seal }: { seal: Seal }) {
  const { t } = useTranslation();
  const facts: [label: string, value: ReactNode][] = [
    [t("seals.holder"), seal.holder],
    [t("seals.rank"), seal.rank_label],
    [t("seals.diameter"), t("seals.mm", { diameter: seal.diameter_mm })],
    [t("seals.keeper"), seal.keeper?.name ?? t("seals.nobody")],
    [t("seals.approver"), seal.approver?.name ?? t("seals.headApproves")],
    [t("seals.registered"), <DateText key="from" value={seal.registered_on} />],
    [
      t("seals.validUntil"),
      seal.valid_until ? <DateText key="until" value={seal.valid_until} /> : t("common.noEnd"),
    ],
  ];
  if (seal.revoked_on) {
    facts.push([t("seals.revoked"), <DateText key="end" value={seal.revoked_on} />]);
    facts.push([t("seals.revokedReason"), seal.revoked_reason]);
  }
  return (
    <DetailPage
      title={seal.name}
      status={<State seal={seal} />}
      back="/seals"
      may={seal.may.length > 0 && <Acts seal={seal} />}
      facts={facts}
      history={sealHistory(seal.id)}
    >
      <Panel title={t("seals.look")}>
        {/* Outside the page: nothing that a picture brings along runs in it. */}
        <img
          src={`/api/seals/${seal.id}/image`}
          alt={t("seals.lookOf", { name: seal.name })}
          style={{ maxWidth: "100%", width: `${seal.diameter_mm}mm` }}
        />
      </Panel>
      <Grants seal={seal} />
    </DetailPage>
  );
}
