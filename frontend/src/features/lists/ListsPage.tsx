import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { Loaded } from "@/ui/DetailPage";
import { ListPage } from "@/ui/ListPage";
import { AskedOfMe } from "./AskedOfMe";
import { ListCard } from "./ListCard";
import { entryList, listsQuery } from "./queries";
import { useEntryColumns } from "./useEntryColumns";
import { Ways } from "./Ways";

/** The three lists today, and every entry in force. */
export function Component() {
  const { t } = useTranslation();
  const { realm } = useMe();
  const [address] = useSearchParams();
  const lists = useQuery(listsQuery()).data ?? [];
  const kinds = useLabels("list");
  const departments = [...new Set(lists.flatMap((list) => list.departments))];
  return (
    <ListPage
      name="entries"
      title={t("lists.title")}
      query={entryList}
      columns={useEntryColumns()}
      rowKey={(row) => row.id}
      href={(row) => `/lists/${row.id}`}
      filters={[
        { name: "list", label: t("lists.list"), options: kinds },
        {
          name: "department",
          label: t("lists.department"),
          options: departments.map((name) => ({ value: name, label: name })),
        },
      ]}
      actions={
        realm.kind !== "county" && (
          <Link className="actlink" to="/lists/mine">
            {t("mine.title")}
          </Link>
        )
      }
    >
      <AskedOfMe />
      <Loaded query={listsQuery()}>
        {(found) => (
          <ul className="listcards">
            {found.map((list) => (
              <ListCard key={list.kind} list={list} />
            ))}
          </ul>
        )}
      </Loaded>
      <Ways kind={address.get("list")} />
      <p className="muted">{t("lists.searchHint")}</p>
    </ListPage>
  );
}
