import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { formsQuery } from "@/api/forms";
import type { ExtraField, FormsInForce, ObjectForm } from "@/api/types";
import { useEditing } from "./editing";

export type Course = ObjectForm["courses"][number]["course"];

const formOf = (forms: FormsInForce | undefined, type: string) =>
  forms?.forms.find(({ object_type }) => object_type === type);

/** Who hears and decides on a new matter of that type and category. */
export function courseOf(
  forms: FormsInForce | undefined,
  type: string,
  category: string,
): Course | undefined {
  return formOf(forms, type)?.courses.find((one) => one.category === category)?.course;
}

interface OfType {
  label: string;
  fields: ExtraField[];
  needsSuperiorBasis: boolean;
}

/** What the form asks besides for the type and category that are chosen in it just now. */
export function useForms(): OfType {
  const { application } = useEditing();
  const forms = useQuery(formsQuery()).data;
  const typed = Form.useWatch("object_type");
  const chosen = Form.useWatch("category");
  const type = typed || application.object_type;
  const course = courseOf(forms, type, chosen || application.category);
  const form = formOf(forms, type);
  return {
    label: form?.label ?? "",
    fields: form?.fields ?? [],
    needsSuperiorBasis: application.kind === "admit" && Boolean(course?.needs_superior_basis),
  };
}
