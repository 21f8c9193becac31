import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import type { UserRow } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { StatusTag } from "@/ui/StatusTag";
import { userList } from "./queries";
import { UserDialog } from "./UserDialog";

/** What somebody is, and for whom it stands in. */
function Posts({ row }: { row: UserRow }) {
  const { t } = useTranslation();
  const own = row.role_labels.join("、");
  const names = row.deputises.join("、");
  if (!names) return own;
  const said = t("users.deputises", { names });
  return own ? `${own}；${said}` : said;
}

/** The accounts of one's own realm: the county's, or one township's. */
export function Component() {
  const { t } = useTranslation();
  const county = useMe().realm.kind === "county";
  const roles = useLabels("role");
  const [open, setOpen] = useState(false);
  const columns: Column<UserRow>[] = [
    { key: "name", title: t("users.name"), render: (row) => row.name, ordering: "name" },
    {
      key: "username",
      title: t("users.username"),
      render: (row) => row.username,
      ordering: "username",
    },
    { key: "role", title: t("users.role"), render: (row) => <Posts row={row} /> },
    // The county's accounts belong to offices, a township's to villages.
    county
      ? {
          key: "organisation",
          title: t("users.organisation"),
          render: (row) => row.organisations.join("、") || "—",
        }
      : {
          key: "villages",
          title: t("users.villages"),
          render: (row) => row.villages.join("、") || "—",
        },
    {
      key: "state",
      title: t("users.state"),
      render: (row) => (
        <StatusTag
          status={row.is_active ? "active" : "inactive"}
          label={t(row.is_active ? "users.active" : "users.inactive")}
        />
      ),
      ordering: "is_active",
    },
  ];
  return (
    <>
      <ListPage
        name="users"
        title={t("users.title")}
        query={userList}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/users/${row.id}`}
        filters={[
          {
            name: "role",
            label: t("users.role"),
            options: roles,
          },
        ]}
        actions={
          <Button type="primary" data-testid="new-user" onClick={() => setOpen(true)}>
            {t("users.create")}
          </Button>
        }
      />
      {open && <UserDialog close={() => setOpen(false)} />}
    </>
  );
}
