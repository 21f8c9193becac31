import type { LegalBasisIn } from "@/api/types";
import type { StepBody } from "@/ui/step-forms";

const text = (value: unknown) => String(value ?? "").trim();
const day = (value: unknown) => text(value) || null;

/** What was written of an article; its name stands without the marks around it. */
export const basisIn = (said: StepBody): LegalBasisIn => ({
  document: text(said.document).replace(/^[《〈]|[》〉]$/g, ""),
  document_number: text(said.document_number),
  article: text(said.article),
  version: day(said.version),
  valid_from: day(said.valid_from),
  quotation: text(said.quotation),
});
