import { expect, test } from "vitest";
import type { User } from "@/api/types";
import { changeOf, valuesOf } from "./user-values";

const place = { id: 3, name: "县水务局" };
const user: User = {
  id: 7,
  username: "water-clerk",
  name: "演示经办员",
  is_active: true,
  version: 2,
  posts: [
    {
      role: "department_clerk",
      label: "部门经办员",
      organisation: place,
      villages: [],
      stands_in_for: null,
      from_on: "2026-01-01",
      to_on: null,
    },
    {
      role: "department_head",
      label: "部门负责人",
      organisation: place,
      villages: [],
      stands_in_for: { id: 9, name: "演示负责人" },
      from_on: "2026-11-23",
      to_on: "2026-12-12",
    },
  ],
};

test("an account saved as it is keeps its own role and the colleague's", () => {
  const change = changeOf(user, valuesOf(user) as never);
  expect(change.posts).toEqual([
    { role: "department_clerk", organisation_id: 3, village_ids: [], to_on: null },
    {
      role: "department_head",
      village_ids: [],
      stands_in_for: 9,
      from_on: "2026-11-23",
      to_on: "2026-12-12",
    },
  ]);
});

test("a deputy begins today where no day is given, and has the colleague's place, not one of its own", () => {
  const post = {
    deputy: true,
    role: "department_head" as const,
    stands_in_for: 9,
    organisation_id: 4,
    from_on: "",
    to_on: "2026-12-12",
  };
  const values = { username: "x", name: "x", is_active: true, posts: [post] };
  expect(changeOf(user, values).posts).toEqual([
    {
      role: "department_head",
      village_ids: [],
      stands_in_for: 9,
      from_on: null,
      to_on: "2026-12-12",
    },
  ]);
});
