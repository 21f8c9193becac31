import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { User } from "@/api/types";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { userHistory, userOne } from "./queries";
import { UserDialog } from "./UserDialog";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={userOne(id)}>{(user) => <UserDetail user={user} />}</Loaded>;
}

function UserDetail({ user }: { user: User }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const active = user.is_active;
  const places = (post: User["posts"][number]) =>
    [post.organisation?.name, ...post.villages.map(({ name }) => name)].filter(Boolean).join("、");
  return (
    <>
      <DetailPage
        title={user.name}
        status={
          <StatusTag
            status={active ? "active" : "inactive"}
            label={t(active ? "users.active" : "users.inactive")}
          />
        }
        back="/users"
        head={
          <Button type="primary" data-testid="edit-user" onClick={() => setOpen(true)}>
            {t("common.edit")}
          </Button>
        }
        facts={[
          [t("users.username"), user.username],
          ...user.posts.map((post): [string, string] => [post.label, places(post) || "—"]),
        ]}
        history={userHistory(user.id)}
      />
      {open && <UserDialog user={user} close={() => setOpen(false)} />}
    </>
  );
}
