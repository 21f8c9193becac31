/** What a role belongs to; the server decides what it may do, the pages only offer. */

const OFFICE = ["social_work_clerk", "social_work_head"];

/** The county's social work office. */
export const isOfOffice = (role: string): boolean => OFFICE.includes(role);

/** A department sees its own only. */
export const isOfDepartment = (role: string): boolean => role.startsWith("department_");
