import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { beginSupplement } from "@/api/contracts";
import { useMe } from "@/api/me";
import type { Contract } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";

const SUPPLEMENTED = ["performing", "suspended"];

/** Another version under the same number; begun by the clerk where none is under way. */
export function Supplement({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = useMe();
  const may = role === "department_clerk" && SUPPLEMENTED.includes(contract.status);
  if (!may || contract.under_way !== null) return null;
  const begin = async ({ reason }: Record<string, unknown>) => {
    const made = await beginSupplement(contract.id, String(reason));
    if (made) navigate(`/contracts/${contract.id}/terms/${made.id}`);
  };
  return (
    <DialogButton
      name="supplement"
      label={t("contracts.supplement")}
      form={{
        intro: <p>{t("contracts.supplementHint")}</p>,
        fields: { reason: { kind: "long", label: "supplementReason", required: true } },
        remark: false,
      }}
      submit={begin}
    />
  );
}
