import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { FoundGroup } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { FoundItem } from "./FoundItem";

interface Props {
  groups: FoundGroup[];
  words: string;
  /** Only the first of each kind were asked for. */
  few: boolean;
}

/** What was found, kind by kind, and how many more there are. */
export function FoundGroups({ groups, words, few }: Props) {
  const { t } = useTranslation();
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p role="status" data-testid="found">
        {total ? t("search.found", { count: total, words }) : t("search.nothing", { words })}
      </p>
      {groups.map(({ code, label, count, items }) => (
        <Panel key={code} title={t("search.group", { label, count })}>
          <ul className="comments">
            {items.map((item) => (
              <FoundItem key={item.id} item={item} />
            ))}
          </ul>
          {count > items.length &&
            (few ? (
              <Link to={`/search?q=${encodeURIComponent(words)}&all=1`}>{t("search.more")}</Link>
            ) : (
              <p className="muted">{t("search.tooMany", { count: items.length })}</p>
            ))}
        </Panel>
      ))}
    </>
  );
}
