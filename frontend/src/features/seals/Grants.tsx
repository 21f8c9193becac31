import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import type { Seal, SealGrant } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { PlainTable } from "@/ui/PlainTable";
import { DateText } from "@/ui/text";
import { useSaving } from "@/ui/useSaving";
import { takeBack } from "./queries";

/** What is approved of once for all: the papers that a rule or a decision orders. */
export function Grants({ seal }: { seal: Seal }) {
  const { t } = useTranslation();
  const head = ["kinds", "ground", "grantedBy", "grantedOn", "ends"] as const;
  return (
    <Panel title={t("seals.grants")}>
      <p className="muted">{t("seals.grantsHint")}</p>
      {seal.grants.length === 0 ? (
        <p>{t("seals.noGrants")}</p>
      ) : (
        <PlainTable label={t("seals.grants")} head={head.map((name) => t(`seals.${name}`))}>
          {seal.grants.map((grant) => (
            <tr key={grant.id}>
              <td>{grant.kind_labels.join("、")}</td>
              <td>{grant.ground}</td>
              <td>{grant.approved_name}</td>
              <td>
                <DateText value={grant.granted_on} />
              </td>
              <td>
                <Ending seal={seal} grant={grant} />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}

function Ending({ seal, grant }: { seal: Seal; grant: SealGrant }) {
  const { t } = useTranslation();
  const { send, error, busy } = useSaving({ act: () => takeBack(seal.id, grant.id) });
  if (grant.revoked_on) {
    return (
      <>
        {t("seals.takenBack")} <DateText value={grant.revoked_on} />
      </>
    );
  }
  return (
    <>
      {grant.ends_on ? <DateText value={grant.ends_on} /> : t("common.noEnd")}{" "}
      {seal.may.includes("grant") && (
        <Popconfirm
          title={t("seals.takeBackAsk")}
          okText={t("common.confirm")}
          cancelText={t("common.cancel")}
          onConfirm={() => send()}
        >
          <Button size="small" loading={busy}>
            {t("seals.takeBack")}
          </Button>
        </Popconfirm>
      )}
      <Fault error={error} />
    </>
  );
}
