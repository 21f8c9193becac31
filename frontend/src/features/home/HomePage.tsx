import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "@/api/me";
import type { TodoGroup } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { day } from "@/ui/text";
import { todoQuery } from "./queries";

/** What must I do now: one group per kind of act, oldest first. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <div className="pagehead">
        <h1>{t("home.title")}</h1>
        <span className="muted">{t("home.greeting", { name: me.name })}</span>
      </div>
      <Loaded query={todoQuery()}>
        {(groups) => (groups.length ? <Groups groups={groups} /> : <Nothing />)}
      </Loaded>
    </>
  );
}

function Groups({ groups }: { groups: TodoGroup[] }) {
  return (
    <div className="todo" data-testid="todo">
      {groups.map((group) => (
        <Group key={`${group.page}${group.code}`} group={group} />
      ))}
    </div>
  );
}

/** Drafts open in the form, everything else on its page. */
const hrefOf = (group: TodoGroup, id: number) =>
  group.code === "edit" ? `/${group.page}/${id}/edit` : `/${group.page}/${id}`;

function Group({ group }: { group: TodoGroup }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={group.label}>
      <div className="headline">
        <h2>{group.label}</h2>
        <span className="count">{t("home.count", { count: group.count })}</span>
      </div>
      <ul>
        {group.items.map((item) => (
          <li key={item.id}>
            <Link to={hrefOf(group, item.id)}>{item.title}</Link>
            {item.since && (
              <div className="muted">{t("home.since", { date: day(item.since) })}</div>
            )}
          </li>
        ))}
      </ul>
      {group.count > group.items.length && <Link to={`/${group.page}`}>{t("home.more")}</Link>}
    </section>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <div className="panel">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("home.nothing")}>
        <p className="muted">{t("home.nothingHint")}</p>
      </Empty>
    </div>
  );
}
