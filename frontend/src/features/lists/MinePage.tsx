import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { today } from "@/api/calendar";
import { useMe } from "@/api/me";
import type { Village } from "@/api/types";
import { villagesQuery } from "@/api/villages";
import { Loaded } from "@/ui/DetailPage";
import { Missing } from "@/ui/states";
import { AskedOfMe } from "./AskedOfMe";
import { Duties } from "./Duties";
import { OnDay } from "./OnDay";
import { dutiesOf } from "./queries";
import { VillageChoice } from "./VillageChoice";

/** What one village must do, what it assists in, and what nobody may ask of it: on a day, by which edition. */
export function Component() {
  const { t } = useTranslation();
  const { role, villages: own, realm } = useMe();
  if (realm.kind === "county") return <Missing />;
  const ids = own.map(({ id }) => id);
  return (
    <>
      <div className="pagehead">
        <h1>{t(role === "village_officer" ? "mine.title" : "mine.ofVillage")}</h1>
        <div className="end">
          <Link to="/lists">{t("lists.title")}</Link>
        </div>
      </div>
      <AskedOfMe />
      <Loaded query={villagesQuery()}>
        {(all) => (
          <OfVillage
            villages={role === "village_officer" ? all.filter(({ id }) => ids.includes(id)) : all}
          />
        )}
      </Loaded>
    </>
  );
}

function OfVillage({ villages }: { villages: Village[] }) {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const village = villages.find(({ code }) => code === address.get("village")) ?? villages[0];
  if (!village) return <p className="panel muted">{t("mine.noVillage")}</p>;
  const day = address.get("on") ?? today();
  const go = (asked: { village?: string; on?: string }) =>
    setAddress({ village: village.code, on: day, ...asked }, { replace: true });
  return (
    <>
      <section className="panel ways">
        {villages.length > 1 ? (
          <VillageChoice
            villages={villages}
            value={village.code}
            choose={(code) => go({ village: code })}
          />
        ) : (
          <strong>{village.name}</strong>
        )}
        <OnDay key={day} day={day} go={(on) => go({ on })} />
      </section>
      <Loaded query={dutiesOf(village.code, day)}>{(lists) => <Duties lists={lists} />}</Loaded>
    </>
  );
}
