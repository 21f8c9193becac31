import { useTranslation } from "react-i18next";
import type { ListOnDay } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { Duty } from "./Duty";
import { EditionLine } from "./EditionLine";

/** The three groups of a village, each with the edition that says so. */
export function Duties({ lists }: { lists: ListOnDay[] }) {
  const { t } = useTranslation();
  const titles = {
    statutory: t("mine.owe"),
    assist: t("mine.assist"),
    negative: t("mine.nobody"),
  };
  return (
    <>
      <nav className="ways" aria-label={t("mine.groups")}>
        {lists.map(({ kind, entries }) => (
          <a key={kind} href={`#group-${kind}`}>
            {titles[kind]} ({entries.length})
          </a>
        ))}
      </nav>
      {lists.map((list) => (
        <div
          key={list.kind}
          id={`group-${list.kind}`}
          className="anchored"
          data-testid={`group-${list.kind}`}
        >
          <Panel title={titles[list.kind]}>
            <Group list={list} />
          </Panel>
        </div>
      ))}
    </>
  );
}

function Group({ list: { edition, entries } }: { list: ListOnDay }) {
  const { t } = useTranslation();
  if (!edition) return <p className="muted">{t("lists.noneThatDay")}</p>;
  return (
    <>
      <EditionLine edition={edition} />
      {entries.length === 0 && <p className="muted">{t("mine.nothing")}</p>}
      <ol className="duties">
        {entries.map((entry) => (
          <Duty key={entry.id} entry={entry} />
        ))}
      </ol>
    </>
  );
}
