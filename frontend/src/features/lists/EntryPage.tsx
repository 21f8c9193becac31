import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useMe } from "@/api/me";
import type { Edition, ListEntry } from "@/api/types";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { mayDraft } from "./people";
import { editionOne, entryHistory, entryOne } from "./queries";
import { useEditionName } from "./useEditionName";
import { useEntryFacts } from "./useEntryFacts";

export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={entryOne(id)}>
      {(entry) => (
        <Loaded query={editionOne(entry.edition_id)}>
          {(edition) => <EntryDetail entry={entry} edition={edition} />}
        </Loaded>
      )}
    </Loaded>
  );
}

/** One entry as an edition has it. */
function EntryDetail({ entry, edition }: { entry: ListEntry; edition: Edition }) {
  const { t } = useTranslation();
  const { role } = useMe();
  const name = useEditionName();
  const edits =
    mayDraft(role) && ["draft", "consultation"].includes(edition.status) && !entry.removed;
  return (
    <DetailPage
      title={entry.title}
      status={entry.removed && <StatusTag status="removed" label={t("lists.leaving")} />}
      back="/lists"
      head={edits && <Link to={`/lists/${entry.id}/edit`}>{t("common.edit")}</Link>}
      facts={[
        [t("lists.code"), entry.code],
        [
          t("lists.list"),
          <Link key="edition" to={`/lists/editions/${edition.id}`}>
            {entry.kind_label} · {name(edition)}
          </Link>,
        ],
        ...useEntryFacts(entry),
      ]}
      history={entryHistory(entry.id)}
    />
  );
}
