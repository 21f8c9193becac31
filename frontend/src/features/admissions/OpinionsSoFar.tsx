import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Application } from "@/api/types";
import { Facts } from "@/ui/DetailPage";
import { Prose } from "@/ui/text";
import { applicationOpinions } from "./queries";

/** What the second review builds on: the first review, and what those heard have said. */
export function OpinionsSoFar({ application }: { application: Application }) {
  const { t } = useTranslation();
  const opinions = useQuery(applicationOpinions(application.id)).data ?? [];
  const said = (position: string) => opinions.filter((one) => one.position === position);
  const objections = said("objection").map(({ who, text, reply }) => `${who}：${text}（${reply}）`);
  const answered = opinions.filter(({ answered_at }) => answered_at).length;
  return (
    <div className="sofar">
      <Facts
        rows={[
          [
            t("opinion.firstReview"),
            <Prose key="first" text={application.first_review?.opinion} />,
          ],
          [
            t("opinion.board"),
            <Prose
              key="board"
              text={[
                t("opinion.boardCount", { n: answered, m: opinions.length }),
                ...objections,
              ].join("\n")}
            />,
          ],
        ]}
      />
    </div>
  );
}
