import type { Role } from "@/api/types";

const CONVENERS: readonly Role[] = ["social_work_clerk", "social_work_head", "decision_recorder"];

/** Whether this role puts agendas together. */
export const mayConvene = (role: Role) => CONVENERS.includes(role);

export const mayRecord = (role: Role) => role === "decision_recorder";
