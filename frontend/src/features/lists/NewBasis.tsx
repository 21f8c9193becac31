import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { county } from "@/api/client";
import { DialogButton } from "@/ui/DialogButton";
import { BasisFields } from "./BasisFields";
import { basisIn } from "./basis-in";

/** An article that the register does not know yet. */
export function NewBasis() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <DialogButton
      name="new-basis"
      label={t("bases.add")}
      primary
      form={{
        fields: { document: { kind: "group", render: () => <BasisFields /> } },
        remark: false,
      }}
      submit={async (said) => {
        const { data } = await county.POST("/api/legal-bases", { body: basisIn(said) });
        if (data) navigate(`/legal-bases/${data.id}`);
      }}
    />
  );
}
