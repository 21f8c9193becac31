import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Acknowledgement } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { day } from "@/ui/text";
import { useSaving } from "@/ui/useSaving";
import { Limit } from "./Limit";
import { Parts } from "./Parts";
import { confirmNoted, differenceOf } from "./queries";

/** One edition to take note of: what it takes out stands first, then the button. */
export function Asked({ asked }: { asked: Acknowledgement }) {
  const { t } = useTranslation();
  const { send, busy, error } = useSaving({
    act: () => confirmNoted(asked.id),
    done: t("lists.noted"),
  });
  const { kind_label, number, effective_on } = asked;
  return (
    <>
      <p className="first">
        {asked.who}{" "}
        <Link to={`/lists/editions/${asked.edition_id}`}>
          {kind_label} {t("lists.edition", { number })}
        </Link>{" "}
        {t("lists.effective", { date: day(effective_on) })}
      </p>
      {asked.removed_count > 0 && <Removed edition={asked.edition_id} />}
      <Fault error={error} />
      <p className="goto">
        <Button
          type="primary"
          loading={busy}
          aria-label={`${t("lists.takeNote")} ${kind_label} ${asked.who}`}
          data-testid={`confirm-${asked.id}`}
          onClick={() => send()}
        >
          {t("lists.takeNote")}
        </Button>
        {asked.due_on && (
          <span>
            {t("lists.noteBy")} <Limit value={asked.due_on} />
          </span>
        )}
        <Link to={`/lists/compare?to=${asked.edition_id}`}>{t("lists.whatChanges")}</Link>
      </p>
    </>
  );
}

/** What nobody may ask for, or nobody owes, any longer. */
function Removed({ edition }: { edition: number }) {
  const { t } = useTranslation();
  const found = useQuery(differenceOf(edition)).data;
  if (!found || found.removed.length === 0) return null;
  return (
    <div className="removed" data-testid="removed-first">
      <h3>{t("lists.removedCount", { count: found.removed.length })}</h3>
      <Parts parts={found.removed} gone />
    </div>
  );
}
