import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { User } from "@/api/types";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { day } from "@/ui/text";
import { userHistory, userOne } from "./queries";
import { UserDialog } from "./UserDialog";

type UserPost = User["posts"][number];

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={userOne(id)}>{(user) => <UserDetail user={user} />}</Loaded>;
}

function UserDetail({ user }: { user: User }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const nameOf = ({ label, stands_in_for }: UserPost) =>
    stands_in_for ? t("users.inPlaceOf", { role: label, name: stands_in_for.name }) : label;
  const active = user.is_active;
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
          ...user.posts.map((post): [string, ReactNode] => [
            nameOf(post),
            <Where key={post.role} post={post} />,
          ]),
        ]}
        history={userHistory(user.id)}
      />
      {open && <UserDialog user={user} close={() => setOpen(false)} />}
    </>
  );
}

/** Where the post is held; of a deputy's also from when to when. */
function Where({ post }: { post: UserPost }) {
  const { t } = useTranslation();
  const places = [post.organisation?.name, ...post.villages.map(({ name }) => name)];
  const named = places.filter(Boolean).join("、") || "—";
  if (!post.stands_in_for) return named;
  return (
    <>
      {named}
      <br />
      {post.to_on && t("users.term", { from: day(post.from_on), to: day(post.to_on) })}
    </>
  );
}
