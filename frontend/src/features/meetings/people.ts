import { isOfOffice } from "@/api/roles";
import type { Role } from "@/api/types";

export const mayRecord = (role: Role) => role === "decision_recorder";

/** Whether this role puts agendas together. */
export const mayConvene = (role: Role) => isOfOffice(role) || mayRecord(role);
