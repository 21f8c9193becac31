import { isOfDepartment } from "@/api/roles";
import type { Role } from "@/api/types";

export const needsOrganisation = (role: Role | undefined) =>
  role !== undefined && isOfDepartment(role);
export const needsVillages = (role: Role | undefined) => role === "village_officer";
