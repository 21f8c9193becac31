import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Loaded } from "@/ui/DetailPage";
import { EntryForm } from "./EntryForm";
import { editionOne, entryOne } from "./queries";

/** An entry of a draft, new or rewritten. */
export function Component() {
  const { t } = useTranslation();
  const params = useParams();
  const id = Number(params.id);
  if (params.edition) {
    return (
      <Loaded query={editionOne(Number(params.edition))}>
        {({ id: edition, kind, kind_label }) => (
          <EntryForm title={t("entry.add", { list: kind_label })} kind={kind} edition={edition} />
        )}
      </Loaded>
    );
  }
  return (
    // Asked for once: what somebody saves meanwhile must not change the form under one's hands.
    <Loaded query={{ ...entryOne(id), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }}>
      {(entry) => (
        <EntryForm
          title={t("entry.change", { code: entry.code, title: entry.title })}
          kind={entry.kind as never}
          edition={entry.edition_id}
          entry={entry}
        />
      )}
    </Loaded>
  );
}
