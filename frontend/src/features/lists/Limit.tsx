import { useMe } from "@/api/me";
import { DueDate } from "@/ui/DueDate";
import { DateText } from "@/ui/text";

/** A day by which somebody must act; only the county's host knows the working days that are left. */
export function Limit({ value }: { value: string }) {
  return useMe().realm.kind === "county" ? <DueDate value={value} /> : <DateText value={value} />;
}
