import type { Role } from "@/api/types";

export const needsOrganisation = (role: Role | undefined) =>
  role?.startsWith("department_") ?? false;
export const needsVillages = (role: Role | undefined) => role === "village_officer";
