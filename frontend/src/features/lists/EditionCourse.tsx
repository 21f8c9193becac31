import { useLabels } from "@/api/labels";
import type { Edition } from "@/api/types";
import { Course, passed } from "@/ui/Course";
import { Loaded } from "@/ui/DetailPage";
import { coming, firstStatus } from "./course";
import { editionHistory } from "./queries";

/** Drafted, heard, approved, published: how far it is. */
export function EditionCourse({ edition }: { edition: Edition }) {
  const labels = useLabels("edition");
  return (
    <Loaded query={editionHistory(edition.id)}>
      {(history) => (
        <Course
          past={passed(history, firstStatus(history, edition.status_label))}
          coming={coming(edition.status, labels)}
        />
      )}
    </Loaded>
  );
}
