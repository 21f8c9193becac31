import { useTranslation } from "react-i18next";
import type { Said } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";
import { placementSaid } from "./queries";

/** Petitions and comments of this village and its township, with what the county replied. */
export function SaidSoFar({ id }: { id: number }) {
  const { t } = useTranslation();
  return (
    <Loaded query={placementSaid(id)}>
      {(said) =>
        said.length === 0 ? (
          <p className="muted">{t("placing.saidNothing")}</p>
        ) : (
          <ul className="cards" data-testid="said">
            {said.map((one) => (
              <Word key={one.id} said={one} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Word({ said }: { said: Said }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="first">
        {said.purpose_label} <StatusTag status={said.position} label={said.position_label} />
      </span>
      <p className="muted">
        {said.village ?? t("consult.township")} <DateText value={said.answered_at} />
      </p>
      {said.text && <p className="prose">{said.text}</p>}
      {said.reply && (
        <p className="prose">
          {t("common.pair", { label: t("consult.reply"), value: said.reply })}
        </p>
      )}
    </li>
  );
}
