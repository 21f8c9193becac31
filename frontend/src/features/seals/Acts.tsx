import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { GrantIn, Seal, SealCandidates } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";
import type { Given, StepForm } from "@/ui/step-forms";
import { appoint, candidates, grant, revoke } from "./queries";

/** What the reader may do with a seal; the server says which. */
export function Acts({ seal }: { seal: Seal }) {
  const { t } = useTranslation();
  const { id, version, may, keeper, approver } = seal;
  const person = (of: keyof SealCandidates, now: number | undefined): StepForm["fields"] => ({
    [of === "keepers" ? "keeper" : "approver"]: {
      kind: "control",
      label: of === "keepers" ? "sealKeeper" : "sealApprover",
      render: (given) => <Person {...given} of={of} seal={id} now={now} />,
    },
  });
  return (
    <p className="acts">
      {may.includes("appoint") && (
        <DialogButton
          name="appoint"
          label={t("seals.appoint")}
          primary
          form={{
            fields: { ...person("keepers", keeper?.id), ...person("approvers", approver?.id) },
            remark: false,
            intro: <p>{t("seals.appointHint")}</p>,
          }}
          submit={(chosen) =>
            appoint(id, {
              keeper: pick(chosen.keeper, keeper?.id),
              approver: pick(chosen.approver, approver?.id),
              version,
            })
          }
        />
      )}
      {may.includes("grant") && (
        <DialogButton
          name="grant"
          label={t("seals.grant")}
          form={{
            fields: {
              kinds: {
                kind: "control",
                label: "grantKinds",
                required: true,
                render: (given) => <Kinds {...given} />,
              },
              ground: { kind: "text", label: "sealGround", required: true },
              ends_on: { kind: "date", label: "grantEnds" },
            },
            remark: false,
            intro: <p>{t("seals.grantHint")}</p>,
          }}
          submit={({ kinds, ground, ends_on }) =>
            grant(id, {
              kinds: kinds as GrantIn["kinds"],
              ground: String(ground),
              ends_on: ends_on ? String(ends_on) : null,
            })
          }
        />
      )}
      {may.includes("revoke") && (
        <DialogButton
          name="revoke"
          label={t("seals.revoke")}
          form={{
            fields: { reason: { kind: "text", label: "revokeReason", required: true } },
            remark: false,
            danger: true,
          }}
          submit={({ reason }) => revoke(id, String(reason))}
        />
      )}
    </p>
  );
}

/** Untouched it stays as it is; emptied it is nobody. */
const pick = (chosen: unknown, now: number | undefined): number | null =>
  chosen === undefined ? (now ?? null) : (chosen as number | null);

interface PersonProps extends Given<number | null> {
  of: keyof SealCandidates;
  seal: number;
  now: number | undefined;
}

function Person({ of, seal, now, id, value, onChange }: PersonProps) {
  const found = useQuery(candidates(seal)).data?.[of] ?? [];
  return (
    <Select
      id={id}
      allowClear
      value={value === undefined ? now : (value ?? undefined)}
      onChange={(chosen?: number) => onChange?.(chosen ?? null)}
      options={found.map(({ id: person, name, role }) => ({
        value: person,
        label: `${name}（${role}）`,
      }))}
    />
  );
}

function Kinds({ id, value, onChange }: Given<string[]>) {
  const kinds = useLabels("paper");
  return <Select id={id} mode="multiple" value={value} onChange={onChange} options={kinds} />;
}
