import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "@/api/me";
import type { Role, TodoGroup } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { DaysLeft } from "@/ui/DueDate";
import { MissingYears } from "@/ui/MissingYears";
import { pathOf, placesFor } from "@/ui/places";
import { DateText, day } from "@/ui/text";
import { hrefOf, moreHref } from "./hrefs";
import { todoQuery } from "./queries";
import { Since } from "./Since";

/** What must I do now: one group per kind of act, the most urgent first; then what has changed. */
export function Component() {
  const { t } = useTranslation();
  const { role, may } = useMe();
  const drafts = role === "department_clerk";
  return (
    <>
      <div className="pagehead">
        <h1>{t("home.title")}</h1>
        <div className="end">
          {drafts && <Link to="/applications/new">{t("applications.create")}</Link>}
          {role === "village_officer" && (
            <Link to="/refusals/new" className="bigbutton">
              {t("refuse.create")}
            </Link>
          )}
        </div>
      </div>
      {may.includes("calendar") && <MissingYears />}
      <Loaded query={todoQuery()}>
        {(groups) => (groups.length ? <Groups groups={groups} /> : <Nothing />)}
      </Loaded>
      {may.includes("notices") && <Since />}
    </>
  );
}

function Groups({ groups }: { groups: TodoGroup[] }) {
  const { t } = useTranslation();
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <>
      <p className="muted" role="status">
        {t("home.waiting", { count })}
      </p>
      <div className="todo" data-testid="todo">
        {groups.map((group) => (
          <Group key={`${group.page}${group.code}`} group={group} />
        ))}
      </div>
    </>
  );
}

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
            <When item={item} />
          </li>
        ))}
      </ul>
      {group.count > group.items.length && <Link to={moreHref(group)}>{t("home.more")}</Link>}
    </section>
  );
}

/** By when, and how long it has waited. */
function When({ item }: { item: TodoGroup["items"][number] }) {
  const { t } = useTranslation();
  const { due_on, left, since } = item;
  if (!due_on && !since) return null;
  return (
    <div className="muted">
      {due_on && (
        <>
          {t("home.due")} <DateText value={due_on} /> {left !== null && <DaysLeft n={left} />}
        </>
      )}
      {due_on && since && " · "}
      {since && <span className="since">{t("home.since", { date: day(since) })}</span>}
    </div>
  );
}

/** Roles that take no step, and what they are there for instead. */
const WITHOUT_STEPS: Partial<Record<Role, "watches" | "administers">> = {
  county_admin: "administers",
  township_admin: "administers",
  leader: "watches",
  auditor: "watches",
};

/** Nothing to do for now, or nothing to do ever: said honestly, with the places to go to. */
function Nothing() {
  const { t } = useTranslation();
  const me = useMe();
  const why = WITHOUT_STEPS[me.role];
  const places = placesFor(me.may).filter((place) => place !== "home");
  return (
    <section className="panel" data-testid="nothing-to-do">
      <h2>{why ? t(`home.${why}`) : t("home.nothing")}</h2>
      {!why && <p className="muted">{t("home.nothingHint")}</p>}
      <nav className="goto" aria-label={t("home.places")}>
        <span>{t("home.places")}</span>
        {places.map((place) => (
          <Link key={place} to={pathOf(place)}>
            {t(`nav.${place}`)}
          </Link>
        ))}
      </nav>
    </section>
  );
}
