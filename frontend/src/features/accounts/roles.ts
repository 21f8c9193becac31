import type { Post } from "@/api/types";

type Role = Post["role"];

const COUNTY: Role[] = [
  "county_admin",
  "social_work_clerk",
  "social_work_head",
  "decision_recorder",
  "seal_keeper",
  "leader",
  "auditor",
  "department_clerk",
  "department_head",
];
const TOWNSHIP: Role[] = ["township_admin", "township_officer", "village_officer"];

/** The roles that accounts of a realm may hold. */
export const rolesOf = (kind: string): Role[] => (kind === "county" ? COUNTY : TOWNSHIP);
export const needsOrganisation = (role: Role | undefined) =>
  role?.startsWith("department_") ?? false;
export const needsVillages = (role: Role | undefined) => role === "village_officer";
