import type { Post, User, UserChange, UserIn } from "@/api/types";
import { needsOrganisation, needsVillages } from "./roles";

export interface AccountValues {
  username: string;
  name: string;
  password?: string;
  is_active: boolean;
  posts: Post[];
}

/** What the dialog starts with. */
export function valuesOf(user: User | undefined): Partial<AccountValues> {
  if (!user) return { posts: [{} as Post] };
  const posts = user.posts.map(
    (post): Post => ({
      role: post.role,
      organisation_id: post.organisation?.id,
      village_ids: post.villages.map(({ id }) => id),
      to_on: post.to_on,
    }),
  );
  return { ...user, posts };
}

/** A role with only the place that this role has. */
const post = ({ role, organisation_id, village_ids, to_on }: Post): Post => ({
  role,
  organisation_id: needsOrganisation(role) ? organisation_id : null,
  village_ids: needsVillages(role) ? village_ids : [],
  to_on: to_on ?? null,
});

export const newAccount = ({ username, name, password = "", posts }: AccountValues): UserIn => ({
  username,
  name,
  password,
  posts: posts.map(post),
});

export const changeOf = (
  { version }: User,
  { name, is_active, posts }: AccountValues,
): UserChange => ({
  version,
  name,
  is_active,
  posts: posts.map(post),
});
