import { Form } from "antd";
import type { ClauseDraft, TermsText } from "@/api/types";

/** The clauses as they are typed; those whose fields are closed just now, too. */
export function useClauses(): ClauseDraft[] {
  const form = Form.useFormInstance<TermsText>();
  return Form.useWatch("clauses", { form, preserve: true }) ?? [];
}
