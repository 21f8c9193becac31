import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TodoGroup } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { DaysLeft } from "@/ui/DueDate";
import { DateText } from "@/ui/text";
import { waitingQuery } from "./queries";

/** Where a thing is done: what was queried is corrected among its records, the rest on the contract's page. */
const hrefOf = (code: string, id: number): string =>
  code === "correct" ? `/contracts/${id}/deliverables?status=queried` : `/contracts/${id}`;

/** What waits for us under contracts, by its term; the rest of what waits stands on the first page. */
export function Waiting({ title }: { title: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(waitingQuery());
  if (!data) return null;
  const groups = data.filter(({ page }) => page === "contracts");
  return (
    <Panel title={title}>
      {groups.length === 0 && <p className="muted">{t("contracting.nothingDue")}</p>}
      {groups.map((group) => (
        <Group key={`${group.page}${group.code}`} group={group} />
      ))}
    </Panel>
  );
}

function Group({ group }: { group: TodoGroup }) {
  const { t } = useTranslation();
  return (
    <section aria-label={group.label}>
      <h3>
        {group.label}{" "}
        <span className="count">{t("contracting.count", { count: group.count })}</span>
      </h3>
      <ul className="plainrows">
        {group.items.map(({ id, title, due_on, left }) => (
          <li key={id}>
            <Link to={hrefOf(group.code, id)}>{title}</Link>{" "}
            {due_on && (
              <span className="due">
                <DateText value={due_on} /> {left !== null && <DaysLeft n={left} />}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
