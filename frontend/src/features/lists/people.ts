/** Who may do what with an edition; the server decides, the pages only offer. */

const OFFICE = ["social_work_clerk", "social_work_head"];

/** The office drafts the lists and answers what is said to a draft. */
export const mayDraft = (role: string): boolean => OFFICE.includes(role);

export const isOfDepartment = (role: string): boolean => role.startsWith("department_");

/** Departments and townships are heard on a draft. */
export const mayComment = (role: string): boolean =>
  isOfDepartment(role) || role === "township_officer";

/** Who has taken note is the business of the county's offices. */
export const seesWhoHasTakenNote = (role: string, realm: string): boolean =>
  realm === "county" && !isOfDepartment(role);
