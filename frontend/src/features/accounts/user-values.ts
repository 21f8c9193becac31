import type { Post, User, UserChange, UserIn } from "@/api/types";
import { needsOrganisation, needsVillages } from "./roles";

export interface AccountValues {
  username: string;
  name: string;
  password?: string;
  is_active: boolean;
  posts: PostValues[];
}

/** A role of one's own, or (`deputy`) a colleague's while that one is away. */
export type PostValues = Post & { deputy?: boolean };

/** What the dialog starts with. */
export function valuesOf(user: User | undefined): Partial<AccountValues> {
  if (!user) return { posts: [{} as Post] };
  const posts = user.posts.map(
    (post): PostValues => ({
      role: post.role,
      organisation_id: post.organisation?.id,
      village_ids: post.villages.map(({ id }) => id),
      deputy: post.stands_in_for !== null,
      stands_in_for: post.stands_in_for?.id ?? null,
      from_on: post.from_on,
      to_on: post.to_on,
    }),
  );
  return { ...user, posts };
}

/** A role with only the place that this role has; a deputy's place is the colleague's and is not said. */
function post({ deputy, role, organisation_id, village_ids, ...given }: PostValues): Post {
  const to_on = given.to_on || null;
  if (deputy) {
    const { stands_in_for, from_on } = given;
    return { role, village_ids: [], stands_in_for, from_on: from_on || null, to_on };
  }
  return {
    role,
    organisation_id: needsOrganisation(role) ? organisation_id : null,
    village_ids: needsVillages(role) ? village_ids : [],
    to_on,
  };
}

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
