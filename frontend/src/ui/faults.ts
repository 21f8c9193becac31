import type { FormInstance } from "antd";
import { type FieldError, pathOf } from "@/api/problem";

type Place = (string | number)[];

/** Where the form has the field that the server names; null where it has none. */
export type PlaceOf = (field: string) => Place | null;

/** Puts what the server would not take at its fields, and brings the first of them into sight. */
export function putFaults(form: FormInstance, errors: FieldError[], placeOf: PlaceOf = pathOf) {
  const told = errors.flatMap(({ field, detail }) => {
    const name = placeOf(field);
    return name ? [{ name, errors: [detail] }] : [];
  });
  form.setFields(told);
  const [first] = told;
  if (first) form.scrollToField(first.name, { block: "center", focus: true });
}
