import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useMe } from "@/api/me";
import type { LegalBasis } from "@/api/types";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { DateText, Prose } from "@/ui/text";
import { BasisState } from "./BasisState";
import { mayDraft } from "./people";
import { basisOne } from "./queries";
import { ReplaceBasis } from "./ReplaceBasis";
import { Resting } from "./Resting";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={basisOne(id)}>{(basis) => <BasisDetail basis={basis} />}</Loaded>;
}

/** One article in one version: whether it holds, and what holds instead. */
function BasisDetail({ basis }: { basis: LegalBasis }) {
  const { t } = useTranslation();
  const { role } = useMe();
  const { ended_on, successor_id } = basis;
  const rows: [string, ReactNode][] = [
    [t("bases.document"), `《${basis.document}》`],
    [t("bases.article"), basis.article],
    [t("bases.number"), basis.document_number],
    [t("bases.version"), <DateText key="version" value={basis.version} />],
    [t("bases.validFrom"), basis.valid_from && <DateText value={basis.valid_from} />],
    [t("bases.quotation"), basis.quotation && <Prose text={basis.quotation} />],
    [t("bases.endedOn"), ended_on && <DateText value={ended_on} />],
    [
      t("bases.successor"),
      successor_id && <Link to={`/legal-bases/${successor_id}`}>{t("common.view")}</Link>,
    ],
  ];
  return (
    <DetailPage
      title={`《${basis.document}》${basis.article}`}
      status={<BasisState basis={basis} />}
      back="/legal-bases"
      may={!ended_on && mayDraft(role) ? <ReplaceBasis basis={basis} /> : undefined}
      facts={rows.filter(([, value]) => Boolean(value))}
    >
      <Panel title={t("bases.whatRests")}>
        <Resting basis={basis.id} />
      </Panel>
    </DetailPage>
  );
}
