/** Who may do what with an edition; the server decides, the pages only offer. */

import { isOfDepartment } from "@/api/roles";

/** The office drafts the lists and answers what is said to a draft. */
export { isOfOffice as mayDraft } from "@/api/roles";

/** Departments and townships are heard on a draft. */
export const mayComment = (role: string): boolean =>
  isOfDepartment(role) || role === "township_officer";

/** Who has taken note is the business of the county's offices. */
export const seesWhoHasTakenNote = (role: string, realm: string): boolean =>
  realm === "county" && !isOfDepartment(role);
