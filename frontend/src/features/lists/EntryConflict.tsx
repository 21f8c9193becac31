import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ListEntry } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { ConflictTable } from "./ConflictTable";
import { differing, rebased, type Values, valuesOf } from "./entry-fields";
import { entryOne } from "./queries";

interface Props {
  /** The entry as it was when the form was opened. */
  entry: ListEntry;
  mine: Values;
  settle: (values: Values, now: ListEntry) => void;
}

/** Somebody else has saved the entry meanwhile: theirs and mine beside each other, nothing lost. */
export function EntryConflict({ entry, mine, settle }: Props) {
  const { t } = useTranslation();
  const query = entryOne(entry.id);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="stale"
      title={t("entry.stale")}
      description={
        <Loaded
          query={{
            ...query,
            queryKey: [...query.queryKey, "now"] as never,
            staleTime: 0,
            gcTime: 0,
          }}
        >
          {(now) => {
            const base = valuesOf(entry);
            const theirs = valuesOf(now);
            const fields = new Set([...differing(base, theirs), ...differing(base, mine)]);
            return (
              <>
                <ConflictTable fields={[...fields]} base={base} theirs={theirs} mine={mine} />
                <p className="acts">
                  <Button
                    type="primary"
                    data-testid="keep-mine"
                    onClick={() => settle(rebased(base, theirs, mine), now)}
                  >
                    {t("entry.keepMine")}
                  </Button>
                  <Button data-testid="take-theirs" onClick={() => settle(theirs, now)}>
                    {t("entry.takeTheirs")}
                  </Button>
                </p>
              </>
            );
          }}
        </Loaded>
      }
    />
  );
}
