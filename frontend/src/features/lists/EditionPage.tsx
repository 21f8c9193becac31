import { useParams } from "react-router";
import { useMe } from "@/api/me";
import { Loaded } from "@/ui/DetailPage";
import { CommentsPanel } from "./CommentsPanel";
import { EditionDetail } from "./EditionDetail";
import { EntriesPanel } from "./EntriesPanel";
import { NotedPanel } from "./NotedPanel";
import { seesWhoHasTakenNote } from "./people";
import { editionOne } from "./queries";

/** One edition: what it is and where it stands, what it holds, what is said to it, who has taken note. */
export function Component() {
  const id = Number(useParams().id);
  const { role, realm } = useMe();
  return (
    <Loaded query={editionOne(id)}>
      {(edition) => (
        <>
          <EditionDetail edition={edition} />
          <EntriesPanel edition={edition} />
          <CommentsPanel edition={edition} />
          {edition.status === "published" && seesWhoHasTakenNote(role, realm.kind) && (
            <NotedPanel edition={edition} />
          )}
        </>
      )}
    </Loaded>
  );
}
