import { useDepartments } from "@/api/departments";
import { useMe } from "@/api/me";
import { isOfDepartment } from "@/api/roles";

/** Whose rows are wanted; a department sees its own only, and has nothing to choose. */
export function useDepartmentFilter(label: string) {
  const options = useDepartments();
  const own = isOfDepartment(useMe().role);
  return own ? [] : [{ name: "department" as const, label, options }];
}
